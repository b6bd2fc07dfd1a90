import Bytes

// The bytes of the text that a JSON string of the generator says, which escapes control characters, the quote and the
// backslash, and nothing else.
struct LabelBytes: IteratorProtocol {
  private let json: StaticString
  // Between the quotes.
  private var index = 1

  init(_ json: StaticString) {
    self.json = json
  }

  mutating func next() -> UInt8? {
    let bytes = json.bytes
    guard index < bytes.count - 1 else { return nil }
    if bytes[index] != UInt8(ascii: "\\") {
      index += 1
      return bytes[index - 1]
    }
    if bytes[index + 1] != UInt8(ascii: "u") {
      index += 2
      return bytes[index - 1]
    }
    index += 6
    return Self.digit(bytes[index - 2]) << 4 | Self.digit(bytes[index - 1])
  }

  private static func digit(_ byte: UInt8) -> UInt8 {
    byte <= UInt8(ascii: "9") ? byte &- UInt8(ascii: "0") : (byte | 0x20) &- UInt8(ascii: "a") &+ 10
  }
}
