import Testing

@testable import HTTP

/// Every byte at every kind of place, against the character classes as the RFCs list them.
struct EveryByteTests {
  private static let alphanumeric = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  // RFC 9110 section 5.6.2.
  private static let token = alphanumeric + Array("!#$%&'*+-.^_`|~".utf8)
  // RFC 3986 sections 2.2 and 2.3.
  private static let registeredName = alphanumeric + Array("-._~!$&'()*+,;=".utf8)
  private static let path = registeredName + Array(":@/".utf8)
  private static let query = path + Array("?".utf8)

  /// What stops a byte that may stand in no line, nil where none does.
  private func error(_ byte: UInt8) -> RequestError? {
    switch byte {
    case 0x0D, 0x0A: .badLineEnd
    case 0x09: nil
    case 0..<0x20, 0x7F: .controlCharacter
    default: nil
    }
  }

  private func result(_ before: String, _ byte: UInt8, _ after: String) -> ParseResult {
    let bytes = Array(before.utf8) + [byte] + Array(after.utf8)
    let whole = parse([bytes])
    #expect(parse(bytes.map { [$0] }) == whole, "byte by byte")
    return whole.result
  }

  private func expected(_ byte: UInt8, _ isTaken: Bool, _ error: RequestError) -> ParseResult {
    if let error = self.error(byte) { return .invalid(error) }
    return isTaken ? .complete : .invalid(error)
  }

  /// RFC 9110 section 9.1: a token that is no method, or no token.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAMethod(_ byte: UInt8) {
    let isToken = Self.token.contains(byte)
    #expect(
      result("GE", byte, "T / HTTP/1.1\r\nHost: a\r\n\r\n")
        == expected(byte, false, isToken ? .unknownMethod : .badRequestLine))
  }

  /// RFC 3986 section 3.3, RFC 9112 section 3.2.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAPath(_ byte: UInt8) {
    // A question mark begins the query, a space the version.
    let isTaken = Self.path.contains(byte) || byte == 0x3F
    let found = result("GET /a", byte, "b HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(found == expected(byte, isTaken, byte == 0x20 ? .badRequestLine : .badTarget))
  }

  /// RFC 3986 section 3.4.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAQuery(_ byte: UInt8) {
    let found = result("GET /?a", byte, "b HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(found == expected(byte, Self.query.contains(byte), byte == 0x20 ? .badRequestLine : .badTarget))
  }

  /// RFC 3986 section 2.1: both digits of an encoded octet.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAnEncodedOctet(_ byte: UInt8) {
    let isTaken = Array("0123456789abcdefABCDEF".utf8).contains(byte)
    let error = byte == 0x20 ? RequestError.badRequestLine : .badTarget
    #expect(result("GET /%", byte, "0 HTTP/1.1\r\nHost: a\r\n\r\n") == expected(byte, isTaken, error))
    #expect(result("GET /%0", byte, "/ HTTP/1.1\r\nHost: a\r\n\r\n") == expected(byte, isTaken, error))
  }

  /// RFC 9112 section 2.3.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAVersion(_ byte: UInt8) {
    let isDigit = byte >= 0x30 && byte <= 0x39
    #expect(
      result("GET / HTTP/1.", byte, "\r\nHost: a\r\nConnection: keep-alive\r\n\r\n")
        == expected(byte, isDigit, .badRequestLine))
    #expect(
      result("GET / HTTP/", byte, ".1\r\nHost: a\r\n\r\n")
        == expected(byte, byte == 0x31, isDigit ? .unknownVersion : .badRequestLine))
  }

  /// RFC 9110 section 5.1.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAFieldName(_ byte: UInt8) {
    let isTaken = Self.token.contains(byte) || byte == 0x3A
    #expect(result("GET / HTTP/1.1\r\nHost: a\r\nX", byte, "Y: z\r\n\r\n") == expected(byte, isTaken, .badField))
  }

  /// RFC 9112 section 5.1: between the name and the colon.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func beforeAColon(_ byte: UInt8) {
    let isTaken = Self.token.contains(byte) || byte == 0x3A
    #expect(result("GET / HTTP/1.1\r\nHost: a\r\nX", byte, ": z\r\n\r\n") == expected(byte, isTaken, .badField))
  }

  /// RFC 9110 section 5.5.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAFieldValue(_ byte: UInt8) {
    for (before, after) in [("", ""), ("a", "b"), ("a ", " b"), ("", "b"), ("a", "")] {
      let found = result("GET / HTTP/1.1\r\nHost: a\r\nX:\(before)", byte, "\(after)\r\n\r\n")
      #expect(found == expected(byte, true, .badField), "'\(before)', the byte, '\(after)'")
    }
  }

  /// RFC 3986 section 3.2.2.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAHost(_ byte: UInt8) {
    // A colon begins the port.
    let isTaken = Self.registeredName.contains(byte) || byte == 0x3A
    #expect(result("GET / HTTP/1.1\r\nHost: a", byte, "1\r\n\r\n") == expected(byte, isTaken, .badHost))
  }

  /// RFC 9110 section 8.6.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAContentLength(_ byte: UInt8) {
    let found = result(
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0", byte, "0\r\n\r\n" + String(repeating: "x", count: 90))
    let isTaken = byte >= 0x30 && byte <= 0x39
    #expect(found == expected(byte, isTaken, .badContentLength))
  }

  /// RFC 9112 section 7: a byte before chunked names another coding, or none.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func aroundATransferCoding(_ byte: UInt8) {
    // Blanks and empty elements.
    let isTaken = [0x09, 0x20, 0x2C].contains(byte)
    let start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
    #expect(result(start, byte, "chunked\r\n\r\n0\r\n\r\n") == expected(byte, isTaken, .badTransferCoding))
    #expect(result(start + "chunked", byte, "\r\n\r\n0\r\n\r\n") == expected(byte, isTaken, .badTransferCoding))
  }

  /// RFC 9112 section 7.1.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAChunkSize(_ byte: UInt8) {
    let start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    let isTaken = Array("0123456789abcdefABCDEF".utf8).contains(byte)
    #expect(result(start + "0", byte, "\r\n") == (isTaken ? .partial : expected(byte, false, .badChunk)))
  }

  /// RFC 9112 section 7.1.1: the name of an extension, and its value as a token and in quotation marks.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inAChunkExtension(_ byte: UInt8) {
    let start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0"
    let isToken = Self.token.contains(byte)
    // An equals sign begins the value, a semicolon another extension.
    let inName = isToken || [0x3B, 0x3D].contains(byte)
    #expect(result(start + ";a", byte, "b\r\n\r\n") == expected(byte, inName, .badChunk))
    #expect(result(start + ";a=b", byte, "c\r\n\r\n") == expected(byte, isToken || byte == 0x3B, .badChunk))
    let inQuotes = byte != 0x22
    #expect(result(start + ";a=\"b", byte, "c\"\r\n\r\n") == expected(byte, inQuotes, .badChunk))
    #expect(result(start + ";a=\"\\", byte, "c\"\r\n\r\n") == expected(byte, true, .badChunk))
  }

  /// RFC 9112 section 7.1: what stands behind a chunk's data.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func behindAChunk(_ byte: UInt8) {
    let start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx"
    #expect(result(start, byte, "\n0\r\n\r\n") == (byte == 0x0D ? .complete : .invalid(.badChunk)))
    #expect(result(start + "\r", byte, "0\r\n\r\n") == (byte == 0x0A ? .complete : .invalid(.badChunk)))
  }

  /// RFC 9112 section 6: content may hold any byte.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func inContent(_ byte: UInt8) {
    let start = "POST / HTTP/1.1\r\nHost: a\r\n"
    #expect(result(start + "Content-Length: 3\r\n\r\na", byte, "b") == .complete)
    #expect(result(start + "Transfer-Encoding: chunked\r\n\r\n3\r\na", byte, "b\r\n0\r\n\r\n") == .complete)
  }
}
