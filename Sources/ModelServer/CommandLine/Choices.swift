import Bytes
import HTTP

// Words of which one is to be given, in the order of the cases they stand for.
struct Choices {
  // With a space between them.
  let words: StaticString

  // The place of a word among them.
  func index(of word: Span<UInt8>) -> UInt8? {
    let words = words.bytes
    var (index, start) = (UInt8(0), 0)
    for end in 0...words.count where end == words.count || words[end] == UInt8(ascii: " ") {
      if words.extracting(start..<end).equals(word) { return index }
      index += 1
      start = end + 1
    }
    return nil
  }

  // The words with another character between them.
  @inline(never)
  func write(separator: UInt8, to output: inout ByteBuffer) {
    let words = words.bytes
    for index in words.indices { output.append(words[index] == UInt8(ascii: " ") ? separator : words[index]) }
  }
}
