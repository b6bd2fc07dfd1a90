import Bytes

// Words of which one is to be given, in the order of the cases they stand for.
struct Choices {
  // With a space between them.
  let words: StaticString

  // The place of a word among them, its letters in either case.
  func index(of word: Span<UInt8>) -> UInt8? {
    let words = words.bytes
    var (index, start) = (UInt8(0), 0)
    for end in 0...words.count where end == words.count || words[end] == UInt8(ascii: " ") {
      if Self.isSame(words.extracting(start..<end), word) { return index }
      index += 1
      start = end + 1
    }
    return nil
  }

  private static func isSame(_ word: Span<UInt8>, _ given: Span<UInt8>) -> Bool {
    guard word.count == given.count else { return false }
    for index in word.indices where word[index] != given[index] {
      // The cases of a letter of ASCII differ in this bit.
      guard word[index] ^ given[index] == 0x20, word[index] | 0x20 >= 0x61, word[index] | 0x20 <= 0x7A else {
        return false
      }
    }
    return true
  }

  // The words with another character between them.
  @inline(never)
  func write(separator: UInt8, to output: inout ByteBuffer) {
    let words = words.bytes
    for index in words.indices { output.append(words[index] == UInt8(ascii: " ") ? separator : words[index]) }
  }
}
