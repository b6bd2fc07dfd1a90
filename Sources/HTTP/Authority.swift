// `uri-host [ ":" port ]` as it stands in Host, in absolute-form and in authority-form: RFC 9110 section 7.2 and RFC 3986
// section 3.2.
enum Authority {
  // The host must not be empty: an http URI without a host is invalid, RFC 9110 section 4.2.1.
  static func isValid(_ text: Span<UInt8>, portRequired: Bool) -> Bool {
    guard text.count > 0 else { return false }
    var index = 0
    if text[0] == 0x5B {
      while index < text.count && text[index] != 0x5D { index += 1 }
      guard index < text.count, AddressLiteral.isValid(text.extracting(1..<index)) else { return false }
      index += 1
    } else {
      while index < text.count && text[index] != 0x3A {
        if text[index].isRegisteredNameCharacter {
          index += 1
        } else if text.encodedOctet(at: index) != nil {
          index += 3
        } else {
          return false
        }
      }
      if index == 0 { return false }
    }
    if index == text.count { return !portRequired }
    return isPort(text.extracting(index..<text.count), required: portRequired)
  }

  // ":" port, RFC 3986 section 3.2.3: digits, none of them where the port may be empty; a port of TCP has 16 bits.
  private static func isPort(_ text: Span<UInt8>, required: Bool) -> Bool {
    guard text[0] == 0x3A, !required || text.count > 1 else { return false }
    var port = 0
    for index in 1..<text.count {
      guard text[index].isDigit else { return false }
      port = port * 10 + Int(text[index] - 0x30)
      if port > 65535 { return false }
    }
    return true
  }
}
