/// A position in a JSON text (RFC 8259), which moves over one grammatical element after the other.
///
/// The reader holds no result: what it has moved over is valid, and the caller looks at the bytes it wants.
struct JSONReader: ~Escapable {
  let bytes: Span<UInt8>
  var position = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  /// The byte at the position, or 0 at the end: NUL is valid nowhere in JSON, so both are refused in the same places.
  @inline(__always)
  var byte: UInt8 {
    UInt(bitPattern: position) < UInt(bitPattern: bytes.count) ? bytes[position] : 0
  }

  @inline(__always)
  var isAtDigit: Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// The error of the byte at the position.
  @inline(never)
  func failure(_ reason: SyntaxReason) -> SyntaxError {
    position < bytes.count
      ? SyntaxError(reason: reason, offset: position) : SyntaxError(reason: .unexpectedEnd, offset: bytes.count)
  }

  @inline(__always)
  mutating func skipWhitespace() {
    while byte <= UInt8(ascii: " ") {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      default: return
      }
    }
  }

  /// Moves over `true`, `false` or `null`, of which the first letter is at the position.
  mutating func skipLiteral(_ literal: StaticString) throws(SyntaxError) {
    for index in 0..<literal.utf8CodeUnitCount {
      // The index is below the number of bytes of a text that is never deallocated.
      guard unsafe byte == literal.utf8Start[index] else { throw failure(.unknownLiteral) }
      position += 1
    }
  }

  /// Moves over a key and its colon, with white space around them, and returns where the key's text lies between its quotes.
  mutating func key(orElse reason: SyntaxReason) throws(SyntaxError) -> Range<Int> {
    guard byte == UInt8(ascii: "\"") else { throw failure(reason) }
    let start = position + 1
    try skipString()
    let text = start..<position - 1
    skipWhitespace()
    guard byte == UInt8(ascii: ":") else { throw failure(.expectedColon) }
    position += 1
    skipWhitespace()
    return text
  }
}
