extension JSONReader {
  /// Moves over a string, whose opening quote is at the position.
  mutating func skipString() throws(SyntaxError) {
    position += 1
    while true {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        try skipEscape()
      case ..<0x20:
        throw failure(.controlCharacter)
      case ..<0x80:
        position += 1
      default:
        let sequence = UTF8Sequence(in: bytes, at: position)
        position += sequence.length
        guard sequence.isValid else { throw failure(.invalidUTF8) }
      }
    }
  }

  // Any four hexadecimal digits are a valid escape: RFC 8259 section 8.2 leaves lone surrogates to the receiver.
  private mutating func skipEscape() throws(SyntaxError) {
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard hexadecimalValue(of: byte) != nil else { throw failure(.expectedHexadecimal) }
        position += 1
      }
    default:
      throw failure(.invalidEscape)
    }
  }

}

func hexadecimalValue(of byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  default: nil
  }
}
