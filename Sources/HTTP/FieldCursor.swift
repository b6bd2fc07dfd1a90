// Walks through a field value or a chunk extension by the productions they share, RFC 9110 section 5.6.
struct FieldCursor: ~Escapable {
  private let bytes: Span<UInt8>
  private(set) var index = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skipBlanks() {
    while index < bytes.count && bytes[index].isBlank { index += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  // Takes a delimiter with blanks around it. Stays before the blanks where another byte follows them.
  mutating func takeSpaced(_ delimiter: UInt8) -> Bool {
    let start = index
    skipBlanks()
    guard take(delimiter) else {
      index = start
      return false
    }
    skipBlanks()
    return true
  }

  // token, section 5.6.2; nil where none stands here.
  mutating func takeToken() -> Range<Int>? {
    let start = index
    while index < bytes.count && bytes[index].isTokenCharacter { index += 1 }
    return index > start ? start..<index : nil
  }

  // A value of a parameter: token or quoted-string.
  mutating func takeValue() -> Bool {
    take(0x22) ? finishQuotedString() : takeToken() != nil
  }

  // quoted-string behind its first quotation mark, section 5.6.4. Control characters do not come here.
  private mutating func finishQuotedString() -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      index += byte == 0x5C ? 2 : 1
      if byte == 0x22 { return true }
    }
    index = bytes.count
    return false
  }

  // Goes to the next element of a list, section 5.6.1; empty elements are passed over. False at the end.
  mutating func beginElement() -> Bool {
    repeat { skipBlanks() } while take(0x2C)
    return !isAtEnd
  }

  // Whether the element is over here.
  mutating func endElement() -> Bool {
    skipBlanks()
    return isAtEnd || bytes[index] == 0x2C
  }

  // The next element of a list of tokens. Nil at the end, and where something else stands, which is then not the end.
  mutating func nextToken() -> Range<Int>? {
    guard beginElement(), let token = takeToken() else { return nil }
    let end = index
    if endElement() { return token }
    index = end
    return nil
  }
}
