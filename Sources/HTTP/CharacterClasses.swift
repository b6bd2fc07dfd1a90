// The character classes of HTTP and of URIs. The ranges are in ASCII order; the compiler makes bit tests of them.
extension UInt8 {
  // tchar, RFC 9110 section 5.6.2.
  @inline(__always)
  var isTokenCharacter: Bool {
    switch self {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5E...0x7A, 0x7C, 0x7E: true
    default: false
    }
  }

  // pchar, "/" and "?" of RFC 3986 section 3.3 and 3.4, without "%", which needs a look at what follows.
  @inline(__always)
  var isTargetCharacter: Bool {
    switch self {
    case 0x21, 0x24, 0x26...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  // unreserved and sub-delims of RFC 3986 section 3.2.2: a registered name, without "%".
  @inline(__always)
  var isRegisteredNameCharacter: Bool {
    switch self {
    case 0x21, 0x24, 0x26...0x2E, 0x30...0x39, 0x3B, 0x3D, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  // RFC 3986 section 2.3.
  var isUnreserved: Bool {
    switch self {
    case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: true
    default: false
    }
  }

  @inline(__always)
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  @inline(__always)
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  // A byte that may stand in no line: a control character other than HTAB, RFC 9110 section 5.5.
  @inline(__always)
  var isControl: Bool { (self < 0x20 && self != 0x09) || self == 0x7F }

  @inline(__always)
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  // The value of a hexadecimal digit, nil for another byte.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
