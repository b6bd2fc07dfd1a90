@testable import HTTP

// field-line = field-name ":" OWS field-value OWS: RFC 9112 section 5, RFC 9110 sections 5.1 and 5.5.
extension GoodRequest {
  static let fieldLines: [GoodRequest] = [
    .fields("an empty value", "9110 §5.5", "X:"),
    .fields("a value of blanks", "9110 §5.5", "X: \t "),
    .fields("no blank behind the colon", "9112 §5.1", "X:y"),
    .fields("many blanks around the value", "9112 §5.1", "X: \t  y \t  "),
    .fields("a tab behind the colon", "9112 §5.1", "X:\ty"),
    .fields("blanks inside a value", "9110 §5.5", "X: a \t b"),
    .fields("a colon in a value", "9110 §5.5", "X: a: b"),
    .fields("a colon first in a value", "9110 §5.5", "X::"),
    .fields("obs-text in a value", "9110 §5.5", "X: é"),
    .fields("every printable character in a value", "9110 §5.5", "X: " + String(decoding: 0x21...0x7E, as: UTF8.self)),
    .fields("every character of a name", "9110 §5.6.2", "!#$%&'*+-.^_`|~09azAZ: y"),
    .fields("a name of one letter twice", "9110 §5.3", "X: y\r\nX: z"),
    .fields("a name of digits", "9110 §5.6.2", "0: y"),
    .fields("a field that looks like a request line", "9110 §5.1", "GET: / HTTP/1.1"),
    .fields(
      "names that begin as known ones", "9110 §5.1", "Content-Lengthy: x\r\nTransfer-Encodings: x\r\nExpected: x"),
    .fields("names that end as known ones", "9110 §5.1", "X-Content-Length: x\r\nX-Transfer-Encoding: x"),
    .fields("names with an underscore for a hyphen", "9110 §5.1", "Content_Length: x\r\nTransfer_Encoding: x"),
    .fields("names as long as known ones", "9110 §5.1", "Abcd: x\r\nAbcdef: x\r\nAbcdefghij: x\r\nAbcdefghijkl: x"),
  ]
}

extension BadRequest {
  static let fieldLines: [BadRequest] = [
    .fields("a blank before the colon", "9112 §5.1", "X : y", .badField),
    .fields("a tab before the colon", "9112 §5.1", "X\t: y", .badField),
    .fields("a blank before the colon of Content-Length", "9112 §5.1", "Content-Length : 1", .badField),
    .fields("a blank before the colon of Transfer-Encoding", "9112 §5.1", "Transfer-Encoding : chunked", .badField),
    .fields("a blank in a name", "9110 §5.1", "X Y: z", .badField),
    .fields("no colon", "9112 §5", "X", .badField),
    .fields("no colon in the first of two", "9112 §5", "X\r\nY: z", .badField),
    .fields("no name", "9112 §5", ": y", .badField),
    .fields("only a colon", "9112 §5", ":", .badField),
    .fields("a name that is no token", "9110 §5.1", "X@: y", .badField),
    .fields("a name in quotation marks", "9110 §5.1", "\"X\": y", .badField),
    .fields("a name that is not ASCII", "9110 §5.1", "É: y", .badField),
    .fields("a name with a slash", "9110 §5.1", "a/b: y", .badField),
    .fields("an equals sign for the colon", "9112 §5", "X=y", .badField),
    .fields("obs-fold", "9112 §5.2", "X: y\r\n z", .badField),
    .fields("obs-fold with a tab", "9112 §5.2", "X: y\r\n\tz", .badField),
    .fields("obs-fold of nothing", "9112 §5.2", "X: y\r\n ", .badField),
    .fields("obs-fold that looks like a field", "9112 §5.2", "X: y\r\n Y: z", .badField),
    .fields("obs-fold behind an empty value", "9112 §5.2", "X:\r\n y", .badField),
    .fields("obs-fold of Content-Length", "9112 §5.2", "Content-Length:\r\n 1", .badContentLength),
    .fields("obs-fold behind Content-Length", "9112 §5.2", "Content-Length: 1\r\n 0", .badField),
    .fields("obs-fold of Transfer-Encoding", "9112 §5.2", "Transfer-Encoding: gzip,\r\n chunked", .badField),
    .fields("obs-fold behind Transfer-Encoding", "9112 §5.2", "Transfer-Encoding: chunked\r\n , x", .badField),
    .fields("obs-fold of Connection", "9112 §5.2", "Connection: close,\r\n\tx", .badField),
    BadRequest(
      label: "obs-fold of Host", section: "9112 §5.2", bytes: "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
      error: .badField),
    BadRequest(
      label: "a blank before the first field", section: "9112 §2.2", bytes: "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
      error: .badField),
    BadRequest(
      label: "a tab before the first field", section: "9112 §2.2", bytes: "GET / HTTP/1.1\r\n\tX: y\r\nHost: a\r\n\r\n",
      error: .badField),
    BadRequest(
      label: "a line of blanks before the first field", section: "9112 §2.2",
      bytes: "GET / HTTP/1.1\r\n \r\nHost: a\r\n\r\n", error: .badField),
    BadRequest(
      label: "a blank before the colon of Host", section: "9112 §5.1", bytes: "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
      error: .badField),
    BadRequest(
      label: "an encoded name", section: "9110 §5.1", bytes: "GET / HTTP/1.1\r\n=?utf-8?q?Host?=: a\r\n\r\n",
      error: .badField),
  ]

  // RFC 9112 section 2.2 and RFC 9110 section 5.5: bytes that end no line and stand in none.
  static let lineEnds: [BadRequest] =
    [
      ("LF", "\n", RequestError.badLineEnd), ("CR", "\r", .badLineEnd), ("a null byte", "\0", .controlCharacter),
      ("DEL", "\u{7F}", .controlCharacter), ("ESC", "\u{1B}", .controlCharacter), ("BEL", "\u{7}", .controlCharacter),
    ].flatMap { name, byte, error in
      [
        ("in the method", "GE\(byte)T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("in the target", "GET /a\(byte)b HTTP/1.1\r\nHost: a\r\n\r\n"),
        ("in the version", "GET / HTTP/1.\(byte)1\r\nHost: a\r\n\r\n"),
        ("behind the version", "GET / HTTP/1.1\(byte)\r\nHost: a\r\n\r\n"),
        ("before the first field", "GET / HTTP/1.1\r\n\(byte)Host: a\r\n\r\n"),
        ("in a field's name", "GET / HTTP/1.1\r\nHo\(byte)st: a\r\n\r\n"),
        ("before the colon", "GET / HTTP/1.1\r\nHost\(byte): a\r\n\r\n"),
        ("behind the colon", "GET / HTTP/1.1\r\nHost:\(byte)a\r\n\r\n"),
        ("in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: y\(byte)z\r\n\r\n"),
        ("behind a value", "GET / HTTP/1.1\r\nHost: a\(byte)\r\n\r\n"),
        ("before the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\(byte)\r\n\r\n"),
        ("in Content-Length", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\(byte)0\r\n\r\n"),
        ("before chunked", "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \(byte)chunked\r\n\r\n"),
      ].map { BadRequest(label: "\(name) \($0)", section: "9112 §2.2", bytes: $1, error: error) }
    } + [
      BadRequest(
        label: "LF for every line end", section: "9112 §2.2", bytes: "GET / HTTP/1.1\nHost: a\n\n", error: .badLineEnd),
      BadRequest(
        label: "LF CR for a line end", section: "9112 §2.2", bytes: "GET / HTTP/1.1\n\rHost: a\n\r\n\r",
        error: .badLineEnd),
      BadRequest(
        label: "LF as the empty line", section: "9112 §2.2", bytes: "GET / HTTP/1.1\r\nHost: a\r\n\n",
        error: .badLineEnd),
      BadRequest(
        label: "CR CR LF as the empty line", section: "9112 §2.2", bytes: "GET / HTTP/1.1\r\nHost: a\r\n\r\r\n",
        error: .badLineEnd),
    ]

  // The table of limits.
  static let limits: [BadRequest] = [
    .line(
      "a request line past the limit", "9112 §3", "GET /" + String(repeating: "x", count: 8 << 10) + " HTTP/1.1",
      .requestLineTooLong),
    .fields("fields past the limit", "6585 §5", "X: " + String(repeating: "x", count: 16 << 10), .fieldsTooLarge),
    .fields("too many fields", "6585 §5", String(repeating: "X: y\r\n", count: 100) + "X: y", .tooManyFields),
    .chunks(
      "chunk extensions past the limit", "9112 §7.1.1", "1;" + String(repeating: "x", count: 16 << 10) + "\r\n",
      .chunkOverhead),
    .chunks(
      "trailers past the limit", "9112 §7.1.2", "0\r\nX: " + String(repeating: "x", count: 16 << 10) + "\r\n\r\n",
      .chunkOverhead),
    .chunks(
      "a chunk size past the limit of its line", "9112 §7.1", String(repeating: "0", count: 16 << 10) + "1\r\n",
      .chunkOverhead),
  ]
}
