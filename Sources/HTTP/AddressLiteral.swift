// What stands between the brackets of a host, RFC 3986 section 3.2.2. Zone identifiers are none of it.
enum AddressLiteral {
  static func isValid(_ text: Span<UInt8>) -> Bool {
    isFutureAddress(text) || isIPv6Address(text)
  }

  // "v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )
  private static func isFutureAddress(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text[0].lowercased == 0x76 else { return false }
    var dot = 1
    while dot < text.count && text[dot].hexadecimalValue != nil { dot += 1 }
    guard dot > 1, dot + 1 < text.count, text[dot] == 0x2E else { return false }
    for index in (dot + 1)..<text.count where !text[index].isRegisteredNameCharacter && text[index] != 0x3A {
      return false
    }
    return true
  }

  // Eight groups of 16 bits, the last two perhaps in the form of IPv4, or fewer with "::" once.
  private static func isIPv6Address(_ text: Span<UInt8>) -> Bool {
    var groups = 0
    var isShortened = text.count >= 2 && text[0] == 0x3A && text[1] == 0x3A
    var index = isShortened ? 2 : 0
    while index < text.count {
      if isIPv4Address(text.extracting(index..<text.count)) {
        groups += 2
        break
      }
      let start = index
      while index < text.count && text[index].hexadecimalValue != nil { index += 1 }
      guard index > start, index - start <= 4 else { return false }
      groups += 1
      if index == text.count { break }
      guard text[index] == 0x3A, index + 1 < text.count else { return false }
      index += 1
      if text[index] == 0x3A {
        if isShortened { return false }
        isShortened = true
        index += 1
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }

  // Four dec-octets, which have no leading zeros.
  private static func isIPv4Address(_ text: Span<UInt8>) -> Bool {
    var octets = 0
    var index = 0
    while octets < 4 {
      let start = index
      var octet = 0
      while index < text.count && index - start < 3 && text[index].isDigit {
        octet = octet * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard index > start, octet <= 255, text[start] != 0x30 || index == start + 1 else { return false }
      octets += 1
      if octets < 4 {
        guard index < text.count, text[index] == 0x2E else { return false }
        index += 1
      }
    }
    return index == text.count
  }
}
