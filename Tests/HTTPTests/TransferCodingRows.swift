@testable import HTTP

// Transfer-Encoding: RFC 9112 sections 6.1, 6.3 and 7.
extension GoodRequest {
  static let transferCodings: [GoodRequest] = [
    .coding("chunked", "9112 §6.1", "Transfer-Encoding: chunked"),
    .coding("chunked in any case", "9112 §7", "Transfer-Encoding: cHuNkEd"),
    .coding("the name in any case", "9110 §5.1", "tRANSFER-eNCODING: chunked"),
    .coding("blanks around chunked", "9112 §5.1", "Transfer-Encoding: \t chunked \t "),
    .coding("no blank before chunked", "9112 §5.1", "Transfer-Encoding:chunked"),
    .coding("an empty element behind chunked", "9110 §5.6.1.2", "Transfer-Encoding: chunked,"),
    .coding("empty elements before chunked", "9110 §5.6.1.2", "Transfer-Encoding: , ,\tchunked"),
    .coding("an empty line behind chunked", "9110 §5.3", "Transfer-Encoding: chunked\r\nTransfer-Encoding:"),
    .coding("an empty line before chunked", "9110 §5.3", "Transfer-Encoding:\r\nTransfer-Encoding: chunked"),
    .coding("a TE that names others", "9110 §10.1.4", "TE: trailers, gzip;q=0.5\r\nTransfer-Encoding: chunked"),
    .coding("a Trailer that names fields", "9110 §6.6.2", "Trailer: Content-Length\r\nTransfer-Encoding: chunked"),
  ]
}

extension BadRequest {
  private static func coding(
    _ label: String, _ section: String, _ value: String, _ error: RequestError = .badTransferCoding
  ) -> BadRequest {
    .fields(label, section, "Transfer-Encoding: \(value)", error)
  }

  /// The parts of a request with both, in some order.
  private static func both(_ label: String, _ section: String, _ lines: String, version: String = "1.1") -> BadRequest {
    BadRequest(
      label: label, section: section, bytes: "POST / HTTP/\(version)\r\nHost: a\r\n\(lines)\r\n\r\n0\r\n\r\n",
      error: .ambiguousLength)
  }

  static let transferCodings: [BadRequest] = [
    .coding("an empty coding", "9112 §6.3", ""),
    .coding("only commas", "9112 §6.3", ", ,"),
    .coding("identity", "9112 §6.3", "identity"),
    .coding("gzip without chunked", "9112 §6.3", "gzip"),
    .coding("gzip behind chunked", "9112 §6.3", "chunked, gzip"),
    .coding("identity behind chunked", "9112 §6.3", "chunked, identity"),
    .coding("chunked twice", "9112 §6.1", "chunked, chunked"),
    .coding("chunked twice without a blank", "9112 §6.1", "chunked,chunked"),
    .coding("chunked around gzip", "9112 §6.1", "chunked, gzip, chunked"),
    .coding("chunked with a parameter", "9112 §7.1", "chunked;q=1"),
    .coding("chunked with a parameter in quotation marks", "9112 §7.1", "chunked; a=\"b\""),
    .coding("chunked with an empty parameter", "9112 §7.1", "chunked;"),
    .coding("chunked in quotation marks", "9112 §7", "\"chunked\""),
    .coding("chunked in single quotation marks", "9112 §6.3", "'chunked'"),
    .coding("chunked with a letter before it", "9112 §6.3", "xchunked"),
    .coding("chunked with a prefix", "9112 §6.3", "x-chunked"),
    .coding("chunked with a letter behind it", "9112 §6.3", "chunkedx"),
    .coding("a part of chunked", "9112 §6.3", "chunke"),
    .coding("chunk", "9112 §6.3", "chunk"),
    .coding("chunked with a colon", "9112 §7", ": chunked"),
    .coding("chunked in brackets", "9112 §7", "(chunked)"),
    .coding("chunked with a comment", "9112 §7", "chunked (x)"),
    .coding("chunked with an equals sign", "9112 §7", "chunked="),
    .coding("chunked behind a blank", "9112 §7", "x chunked"),
    .coding("chunked behind a tab", "9112 §7", "x\tchunked"),
    .coding("chunked behind a semicolon", "9112 §7", "x;chunked"),
    .coding("chunked before a blank", "9112 §7", "chunked x"),
    .coding("chunked with letters that are not ASCII", "9112 §7", "chun\u{212A}ed"),
    .coding("chunked behind a space that is not ASCII", "9112 §7", "\u{A0}chunked"),
    .coding("chunked behind a control character", "9110 §5.5", "\u{B}chunked", .controlCharacter),
    .coding("chunked behind an open quotation mark", "9112 §7", "gzip;a=\"b, chunked"),
    .coding("chunked inside quotation marks", "9112 §6.3", "gzip;a=\"b, chunked\""),
    .coding("a parameter without a value", "9112 §7", "gzip;a=, chunked"),
    .coding("a parameter without a name", "9112 §7", "gzip;=a, chunked"),
    .coding("gzip before chunked", "9112 §6.1", "gzip, chunked", .unknownTransferCoding),
    .coding("identity before chunked", "9112 §7", "identity, chunked", .unknownTransferCoding),
    .coding("a coding nobody knows before chunked", "9112 §6.1", "x,,chunked", .unknownTransferCoding),
    .coding("a coding with parameters", "9112 §7", "x ; a = b;c=\"d,\\\"\" , chunked", .unknownTransferCoding),
    .fields(
      "chunked on two lines", "9112 §6.1", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
      .badTransferCoding),
    .fields(
      "gzip on a line behind chunked", "9112 §6.3", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip",
      .badTransferCoding),
    .fields(
      "identity on a line behind chunked", "9112 §6.3", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
      .badTransferCoding),
    .fields(
      "gzip on a line before chunked", "9110 §5.3", "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
      .unknownTransferCoding),
    BadRequest(
      label: "a coding nobody knows without Host", section: "9112 §3.2",
      bytes: "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", error: .badHost),
    BadRequest(
      label: "chunked with HTTP/1.0", section: "9112 §6.1",
      bytes: "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", error: .badTransferCoding),
    BadRequest(
      label: "chunked with HTTP/1.0 that keeps alive", section: "9112 §6.1",
      bytes: "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      error: .badTransferCoding),
    BadRequest(
      label: "gzip with HTTP/1.0", section: "9112 §6.1",
      bytes: "POST / HTTP/1.0\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", error: .badTransferCoding),

    .both("a length before chunked", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding: chunked"),
    .both("a length behind chunked", "9112 §6.1", "Transfer-Encoding: chunked\r\nContent-Length: 5"),
    .both("a length of 0 before chunked", "9112 §6.1", "Content-Length: 0\r\nTransfer-Encoding: chunked"),
    .both("a length of 0 behind chunked", "9112 §6.1", "Transfer-Encoding: chunked\r\nContent-Length: 0"),
    .both(
      "a length past the limit with chunked", "9112 §6.1", "Transfer-Encoding: chunked\r\nContent-Length: 99999999"),
    .both("a length with identity", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding: identity"),
    .both("a length with an empty coding", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding:"),
    .both("a length with x-chunked", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding: x-chunked"),
    .both("a length with gzip and chunked", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding: gzip, chunked"),
    .both("a length and a coding far apart", "9112 §6.1", "Content-Length: 5\r\nX: y\r\nTransfer-Encoding: chunked"),
    .both(
      "a length and chunked with HTTP/1.0", "9112 §6.1", "Content-Length: 5\r\nTransfer-Encoding: chunked",
      version: "1.0"),
    .both(
      "chunked and a length with HTTP/1.0", "9112 §6.1", "Transfer-Encoding: chunked\r\nContent-Length: 5",
      version: "1.0"),
    .fields(
      "a bad length with chunked", "9112 §6.3", "Transfer-Encoding: chunked\r\nContent-Length: x", .badContentLength),
    .fields(
      "a list of lengths with chunked", "9112 §6.3", "Content-Length: 5, 5\r\nTransfer-Encoding: chunked",
      .badContentLength),
    .fields(
      "a length with chunked and a blank before the colon", "9112 §5.1",
      "Content-Length: 5\r\nTransfer-Encoding : chunked", .badField),
    .fields(
      "a length with chunked behind a fold", "9112 §5.2", "Content-Length: 5\r\nX: y\r\n Transfer-Encoding: chunked",
      .badField),
    .fields(
      "a length with chunked behind a bare LF", "9112 §2.2", "Content-Length: 5\r\nX: y\nTransfer-Encoding: chunked",
      .badLineEnd),
    .fields(
      "a length with chunked behind a bare CR", "9112 §2.2", "Content-Length: 5\r\nX: y\rTransfer-Encoding: chunked",
      .badLineEnd),
  ]
}
