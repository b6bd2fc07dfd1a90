import Bytes
import Inference

// The labels as CSV has them: the texts themselves, in quotes where a comma, a quote or a control character asks for it.
struct ClassNames<Model: CompiledModel>: ~Copyable {
  private var text = ByteBuffer()
  // Where the texts of the classes end.
  private var ends: [Int] = []

  init() {
    for index in 0..<Model.classCount {
      Self.write(Model.label(index).bytes, to: &text)
      ends.append(text.count)
    }
  }

  @inline(__always)
  func write(_ index: Int, to output: inout ByteBuffer) {
    output.append(text.bytes.extracting((index == 0 ? 0 : ends[index - 1])..<ends[index]))
  }

  // A JSON string as the generator writes it: its escapes are \", \\ and \u00XX.
  private static func write(_ string: Span<UInt8>, to output: inout ByteBuffer) {
    let content = string.extracting(1..<string.count - 1)
    var needsQuotes = false
    for index in content.indices where content[index] == UInt8(ascii: "\\") || content[index] == UInt8(ascii: ",") {
      needsQuotes = true
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
    var index = 0
    while index < content.count {
      var byte = content[index]
      index += 1
      if byte == UInt8(ascii: "\\") {
        byte = content[index]
        index += 1
        if byte == UInt8(ascii: "u") {
          byte = hexadecimal(content[index + 2]) << 4 | hexadecimal(content[index + 3])
          index += 4
        }
      }
      output.append(byte)
      if byte == UInt8(ascii: "\"") { output.append(byte) }
    }
    if needsQuotes { output.append(UInt8(ascii: "\"")) }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
  }
}
