import Testing

@testable import HTTP

/// A request that must not be taken, and why.
struct BadRequest: CustomTestStringConvertible, Sendable {
  let label: String
  let bytes: String
  let error: RequestError

  var testDescription: String { label }

  /// A request line and fields behind a good start, ended by an empty line.
  static func fields(_ label: String, _ lines: String, _ error: RequestError) -> BadRequest {
    BadRequest(label: label, bytes: "POST / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n\r\n", error: error)
  }

  static func line(_ label: String, _ line: String, _ error: RequestError) -> BadRequest {
    BadRequest(label: label, bytes: "\(line)\r\nHost: a\r\n\r\n", error: error)
  }

  static func chunks(_ label: String, _ body: String, _ error: RequestError) -> BadRequest {
    BadRequest(
      label: label, bytes: "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(body)", error: error)
  }
}

extension BadRequest {
  static let table: [BadRequest] = [
    // RFC 9112 section 2.2
    BadRequest(label: "bare LF after the request line", bytes: "GET / HTTP/1.1\nHost: a\r\n\r\n", error: .badLineEnd),
    BadRequest(label: "bare LF after a field", bytes: "GET / HTTP/1.1\r\nHost: a\n\r\n", error: .badLineEnd),
    BadRequest(label: "bare LF as the empty line", bytes: "GET / HTTP/1.1\r\nHost: a\r\n\n", error: .badLineEnd),
    BadRequest(label: "bare CR in a value", bytes: "GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", error: .badLineEnd),
    BadRequest(label: "CR CR LF", bytes: "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n", error: .badLineEnd),
    BadRequest(
      label: "two empty lines first", bytes: "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", error: .badRequestLine),
    BadRequest(label: "a TLS greeting", bytes: "\u{16}\u{3}\u{1}", error: .controlCharacter),
    BadRequest(
      label: "a null byte in a value", bytes: "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", error: .controlCharacter),
    BadRequest(
      label: "DEL in a value", bytes: "GET / HTTP/1.1\r\nHost: a\r\nX: \u{7F}\r\n\r\n", error: .controlCharacter),
    // RFC 9112 section 3
    .line("no target", "GET HTTP/1.1", .badRequestLine),
    .line("two spaces before the target", "GET  / HTTP/1.1", .badRequestLine),
    .line("two spaces behind the target", "GET /  HTTP/1.1", .badRequestLine),
    .line("a space behind the version", "GET / HTTP/1.1 ", .badRequestLine),
    .line("a space before the method", " GET / HTTP/1.1", .badRequestLine),
    .line("a tab for a space", "GET\t/ HTTP/1.1", .badRequestLine),
    .line("no version", "GET /", .badRequestLine),
    .line("a version in lower case", "GET / http/1.1", .badRequestLine),
    .line("a version without a minor number", "GET / HTTP/1", .badRequestLine),
    .line("a version with two digits", "GET / HTTP/1.10", .badRequestLine),
    .line("HTTP/2.0", "GET / HTTP/2.0", .unknownVersion),
    .line("HTTP/0.9", "GET / HTTP/0.9", .unknownVersion),
    .line("a method nobody knows", "BREW / HTTP/1.1", .unknownMethod),
    .line("a method in lower case, RFC 9110 9.1", "get / HTTP/1.1", .unknownMethod),
    .line("a method that is no token", "GE(T / HTTP/1.1", .badRequestLine),
    // RFC 9112 section 3.2, RFC 3986
    .line("a target without a slash", "GET a HTTP/1.1", .badTarget),
    .line("an asterisk with GET", "GET * HTTP/1.1", .badTarget),
    .line("https", "GET https://a/ HTTP/1.1", .badTarget),
    .line("absolute-form without a host", "GET http:///x HTTP/1.1", .badTarget),
    .line("absolute-form with user information, RFC 9110 4.2.4", "GET http://u@a/ HTTP/1.1", .badTarget),
    .line("authority-form without a port", "CONNECT a HTTP/1.1", .badTarget),
    .line("origin-form with CONNECT", "CONNECT / HTTP/1.1", .badTarget),
    .line("a fragment", "GET /a#b HTTP/1.1", .badTarget),
    .line("a quotation mark", "GET /\"a HTTP/1.1", .badTarget),
    .line("a backslash", "GET /a\\b HTTP/1.1", .badTarget),
    .line("a byte that is not ASCII", "GET /é HTTP/1.1", .badTarget),
    .line("half an encoded octet", "GET /%4 HTTP/1.1", .badTarget),
    .line("an encoded octet of other letters", "GET /%zz HTTP/1.1", .badTarget),
    // RFC 9112 section 5
    .fields("a blank before the colon", "X : y", .badField),
    .fields("no colon", "X", .badField),
    .fields("no name", ": y", .badField),
    .fields("a name that is no token", "X@: y", .badField),
    .fields("obs-fold", "X: y\r\n z", .badField),
    .fields("obs-fold with a tab", "X: y\r\n\tz", .badField),
    BadRequest(
      label: "white space before the first field", bytes: "GET / HTTP/1.1\r\n Host: a\r\n\r\n", error: .badField),
    // RFC 9112 section 3.2, RFC 9110 section 7.2
    BadRequest(label: "no Host", bytes: "GET / HTTP/1.1\r\n\r\n", error: .badHost),
    .fields("two Hosts", "Host: a", .badHost),
    BadRequest(label: "an empty Host", bytes: "GET / HTTP/1.1\r\nHost:\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with a path", bytes: "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with a list", bytes: "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with user information", bytes: "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with a port of letters", bytes: "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with a port too high", bytes: "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", error: .badHost),
    BadRequest(label: "a Host with an open bracket", bytes: "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", error: .badHost),
    // RFC 9112 section 6
    .fields("two Content-Lengths", "Content-Length: 1\r\nContent-Length: 1", .badContentLength),
    .fields("a list of lengths", "Content-Length: 1, 1", .badContentLength),
    .fields("a negative length", "Content-Length: -1", .badContentLength),
    .fields("a length with a sign", "Content-Length: +1", .badContentLength),
    .fields("an empty length", "Content-Length:", .badContentLength),
    .fields("a hexadecimal length", "Content-Length: 0x1", .badContentLength),
    .fields("a length with a blank in it", "Content-Length: 1 1", .badContentLength),
    .fields("a length past 64 bits", "Content-Length: 99999999999999999999", .contentTooLarge),
    .fields("a length past the limit", "Content-Length: 1048577", .contentTooLarge),
    .fields("length and coding", "Content-Length: 1\r\nTransfer-Encoding: chunked", .ambiguousLength),
    .fields("coding and length", "Transfer-Encoding: chunked\r\nContent-Length: 1", .ambiguousLength),
    .fields("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", .badTransferCoding),
    .fields("a coding that is not chunked", "Transfer-Encoding: identity", .badTransferCoding),
    .fields("an empty coding", "Transfer-Encoding:", .badTransferCoding),
    .fields("chunked first", "Transfer-Encoding: chunked, gzip", .badTransferCoding),
    .fields("a coding nobody offers before chunked", "Transfer-Encoding: gzip, chunked", .unknownTransferCoding),
    .fields("a coding with a control byte", "Transfer-Encoding: \u{B}chunked", .controlCharacter),
    BadRequest(
      label: "a coding with HTTP/1.0, RFC 9112 6.1",
      bytes: "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", error: .badTransferCoding),
    .fields("two Content-Types", "Content-Type: application/json\r\nContent-Type: application/json", .repeatedField),
    .fields("an expectation nobody knows, RFC 9110 10.1.1", "Expect: more", .unknownExpectation),
    .fields("a Connection option that is no token", "Connection: a b", .badField),
    // RFC 9112 section 7.1
    .chunks("no chunk size", "\r\n", .badChunk),
    .chunks("a size that is no number", "x\r\n", .badChunk),
    .chunks("a size with a prefix", "0x1\r\na\r\n0\r\n\r\n", .badChunk),
    .chunks("a negative size", "-1\r\n", .badChunk),
    .chunks("a blank before the size", " 1\r\na\r\n", .badChunk),
    .chunks("a blank behind the size", "1 \r\na\r\n", .badChunk),
    .chunks("a size past 64 bits", "10000000000000000\r\n", .contentTooLarge),
    .chunks("a size past the limit", "100001\r\n", .contentTooLarge),
    .chunks("bare LF behind the size", "1\na\r\n0\r\n\r\n", .badLineEnd),
    .chunks("data longer than its size", "1\r\nab\r\n0\r\n\r\n", .badChunk),
    .chunks("data shorter than its size", "3\r\nab\r\n0\r\n\r\n", .badChunk),
    .chunks("bare LF behind the data", "1\r\na\n0\r\n\r\n", .badChunk),
    .chunks("a trailer without a colon", "0\r\nx\r\n\r\n", .badField),
    .chunks("a folded trailer", "0\r\nX: y\r\n z\r\n\r\n", .badField),
    .chunks("extensions past the limit", "1;" + String(repeating: "x", count: 16 << 10) + "\r\n", .chunkOverhead),
    // The table of limits
    .line(
      "a request line past the limit", "GET /" + String(repeating: "x", count: 8 << 10) + " HTTP/1.1",
      .requestLineTooLong),
    .fields("fields past the limit", "X: " + String(repeating: "x", count: 16 << 10), .fieldsTooLarge),
    .fields("too many fields", String(repeating: "X: y\r\n", count: 100) + "X: y", .tooManyFields),
  ]
}
