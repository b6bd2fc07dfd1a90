// `uri-host [ ":" port ]` as it stands in Host, in absolute-form and in authority-form: RFC 9110 section 7.2 and RFC 3986
// section 3.2.
enum Authority {
  // The host must not be empty: an http URI without a host is invalid, RFC 9110 section 4.2.1.
  static func isValid(_ text: Span<UInt8>, portRequired: Bool) -> Bool {
    guard text.count > 0 else { return false }
    var index = 0
    if text[0] == 0x5B {
      while index < text.count && text[index] != 0x5D { index += 1 }
      guard index < text.count, isAddressLiteral(text.extracting(1..<index)) else { return false }
      index += 1
    } else {
      while index < text.count && text[index] != 0x3A {
        if text[index].isRegisteredNameCharacter {
          index += 1
        } else if isEncodedOctet(text, at: index) {
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

  // pct-encoded, RFC 3986 section 2.1.
  static func isEncodedOctet(_ text: Span<UInt8>, at index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0x25 && text[index + 1].hexadecimalValue != nil
      && text[index + 2].hexadecimalValue != nil
  }

  // The inside of brackets: the characters of an IPv6 address or of IPvFuture; which of them make an address does not
  // matter to a server that has one host.
  private static func isAddressLiteral(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 2 else { return false }
    for index in text.indices {
      switch text[index] {
      case 0x2E, 0x3A: continue
      default:
        guard
          text[index].hexadecimalValue != nil || (text[0].lowercased == 0x76 && text[index].isRegisteredNameCharacter)
        else { return false }
      }
    }
    return true
  }

  // ":" port, RFC 3986 section 3.2.3: digits, none of them where the port may be empty.
  private static func isPort(_ text: Span<UInt8>, required: Bool) -> Bool {
    guard text[0] == 0x3A, text.count <= 6, !required || text.count > 1 else { return false }
    var port = 0
    for index in 1..<text.count {
      guard text[index].isDigit else { return false }
      port = port * 10 + Int(text[index] - 0x30)
    }
    return port <= 65535
  }
}
