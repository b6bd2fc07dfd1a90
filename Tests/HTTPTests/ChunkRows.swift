@testable import HTTP

// The chunked coding: RFC 9112 section 7.1. chunk-ext: section 7.1.1. Trailers: section 7.1.2.
extension GoodRequest {
  private static func extended(_ label: String, _ text: String) -> GoodRequest {
    .chunks(label, "9112 §7.1.1", "1\(text)\r\nx\r\n0\(text)\r\n\r\n", body: "x")
  }

  private static func trailer(_ label: String, _ section: String, _ lines: String) -> GoodRequest {
    .chunks(label, section, "1\r\nx\r\n0\r\n\(lines)\r\n\r\n", body: "x")
  }

  static let chunked: [GoodRequest] = [
    .chunks("no chunk", "9112 §7.1", "0\r\n\r\n", body: ""),
    .chunks("one chunk", "9112 §7.1", "3\r\nabc\r\n0\r\n\r\n", body: "abc"),
    .chunks("three chunks", "9112 §7.1", "1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n0\r\n\r\n", body: "abcdef"),
    .chunks(
      "sizes in either case", "9112 §7.1", "a\r\n0123456789\r\nB\r\nabcdefghijk\r\n0\r\n\r\n",
      body: "0123456789abcdefghijk"),
    .chunks("a size of two digits", "9112 §7.1", "10\r\n0123456789abcdef\r\n0\r\n\r\n", body: "0123456789abcdef"),
    .chunks("sizes with leading zeros", "9112 §7.1", "0001\r\nx\r\n0000\r\n\r\n", body: "x"),
    .chunks(
      "more leading zeros than 64 bits have digits", "9112 §7.1", "000000000000000000001\r\nx\r\n0\r\n\r\n", body: "x"),
    .chunks("line ends in data", "9112 §7.1", "4\r\n\r\n\r\n\r\n0\r\n\r\n", body: "\r\n\r\n"),
    .chunks("a last chunk in data", "9112 §7.1", "5\r\n0\r\n\r\n\r\n0\r\n\r\n", body: "0\r\n\r\n"),
    .chunks("control characters in data", "9112 §7.1", "3\r\n\0\n\u{7F}\r\n0\r\n\r\n", body: "\0\n\u{7F}"),
    extended("a name", ";a"),
    extended("a name and a value", ";a=b"),
    extended("several", ";a;b=c;d"),
    extended("every character of a name", ";!#$%&'*+-.^_`|~09azAZ"),
    extended("a value in quotation marks", ";a=\"b\""),
    extended("an empty value in quotation marks", ";a=\"\""),
    extended("delimiters in quotation marks", ";a=\"b;c= ,\t\""),
    extended("quoted pairs", ";a=\"\\\"\\\\\\;\""),
    extended("obs-text in quotation marks", ";a=\"é\""),
    extended("a name that is a number", ";1=2"),
    extended("a blank before the semicolon", " ;a"),
    extended("a blank behind the semicolon", "; a"),
    extended("blanks around everything", "\t ; \ta \t=\t b ;c = \"d\""),
  ]

  static let trailers: [GoodRequest] = [
    trailer("one trailer", "9112 §7.1.2", "A: b"),
    trailer("two trailers", "9112 §7.1.2", "A: b\r\nC:\td "),
    trailer("an empty trailer", "9112 §7.1.2", "A:"),
    trailer("obs-text in a trailer", "9110 §5.5", "A: é"),
    trailer("a length that comes too late", "9110 §6.5.1", "Content-Length: 7"),
    trailer("a coding that comes too late", "9110 §6.5.1", "Transfer-Encoding: gzip"),
    trailer("a Host that comes too late", "9110 §6.5.1", "Host: b"),
    trailer("an expectation that comes too late", "9110 §6.5.1", "Expect: x"),
    trailer("a type that comes too late", "9110 §6.5.1", "Content-Type: text/plain"),
    trailer("close that comes too late", "9110 §6.5.1", "Connection: close"),
    trailer("a trailer that looks like a chunk", "9112 §7.1.2", "0: 1"),
  ]
}

extension BadRequest {
  private static func extended(_ label: String, _ text: String) -> BadRequest {
    .chunks(label, "9112 §7.1.1", "1\(text)\r\nx\r\n0\r\n\r\n")
  }

  private static func trailer(
    _ label: String, _ section: String, _ lines: String, _ error: RequestError = .badField
  ) -> BadRequest {
    .chunks(label, section, "0\r\n\(lines)\r\n\r\n", error)
  }

  static let chunked: [BadRequest] = [
    .chunks("no size", "9112 §7.1", "\r\n"),
    .chunks("no size before data", "9112 §7.1", "\r\nx\r\n0\r\n\r\n"),
    .chunks("a size that is no number", "9112 §7.1", "x\r\n"),
    .chunks("a letter behind the digits", "9112 §7.1", "1g\r\nx\r\n"),
    .chunks("a size with a prefix", "9112 §7.1", "0x1\r\na\r\n0\r\n\r\n"),
    .chunks("a negative size", "9112 §7.1", "-1\r\n"),
    .chunks("a size with a sign", "9112 §7.1", "+1\r\nx\r\n"),
    .chunks("a size with an underscore", "9112 §7.1", "1_0\r\n"),
    .chunks("a size with a point", "9112 §7.1", "1.0\r\n"),
    .chunks("a size with a comma", "9112 §7.1", "1,1\r\n"),
    .chunks("a size in quotation marks", "9112 §7.1", "\"1\"\r\n"),
    .chunks("digits of full width", "9112 §7.1", "\u{FF11}\r\n"),
    .chunks("a blank before the size", "9112 §7.1", " 1\r\na\r\n"),
    .chunks("a tab before the size", "9112 §7.1", "\t1\r\na\r\n"),
    .chunks("a blank behind the size", "9112 §7.1", "1 \r\na\r\n"),
    .chunks("a tab behind the size", "9112 §7.1", "1\t\r\na\r\n"),
    .chunks("a blank in the size", "9112 §7.1", "1 0\r\n"),
    .chunks("a size past the limit", "9110 §15.5.14", "100001\r\n", .contentTooLarge),
    .chunks("sizes that are past the limit together", "9110 §15.5.14", "1\r\nx\r\n100000\r\n", .contentTooLarge),
    .chunks("2 to the 63rd less 1", "9112 §7.1", "7fffffffffffffff\r\n", .contentTooLarge),
    .chunks("2 to the 63rd", "9112 §7.1", "8000000000000000\r\n", .contentTooLarge),
    .chunks("2 to the 64th less 1", "9112 §7.1", "ffffffffffffffff\r\n", .contentTooLarge),
    .chunks("2 to the 64th", "9112 §7.1", "10000000000000000\r\n", .contentTooLarge),
    .chunks("2 to the 64th and 1", "9112 §7.1", "10000000000000001\r\n", .contentTooLarge),
    .chunks("a large size with another letter", "9112 §7.1", "ffffffffffffffffffz\r\n"),
    .chunks("LF behind the size", "9112 §2.2", "1\na\r\n0\r\n\r\n", .badLineEnd),
    .chunks("CR behind the size", "9112 §2.2", "1\ra\r\n0\r\n\r\n", .badLineEnd),
    .chunks("CR CR LF behind the size", "9112 §2.2", "1\r\r\na\r\n0\r\n\r\n", .badLineEnd),
    .chunks("a null byte behind the size", "9112 §7.1", "1\0\r\na\r\n", .controlCharacter),
    .chunks("data longer than its size", "9112 §7.1", "1\r\nab\r\n0\r\n\r\n"),
    .chunks("data shorter than its size", "9112 §7.1", "3\r\nab\r\n0\r\n\r\n"),
    .chunks("no line end behind the data", "9112 §7.1", "1\r\na0\r\n\r\n"),
    .chunks("LF behind the data", "9112 §7.1", "1\r\na\n0\r\n\r\n"),
    .chunks("CR behind the data", "9112 §7.1", "1\r\na\r0\r\n\r\n"),
    .chunks("two line ends behind the data", "9112 §7.1", "1\r\na\r\n\r\n0\r\n\r\n"),
    .chunks("LF behind the last size", "9112 §2.2", "0\n\r\n", .badLineEnd),
    .chunks("LF as the last line", "9112 §2.2", "0\r\n\n", .badLineEnd),
    .chunks("CR CR LF as the last line", "9112 §2.2", "0\r\n\r\r\n", .badLineEnd),
    extended("only a semicolon", ";"),
    extended("a semicolon and a blank", "; "),
    extended("two semicolons", ";;a"),
    extended("a semicolon at the end", ";a;"),
    extended("a blank at the end", ";a "),
    extended("a blank behind a value", ";a=b "),
    extended("a blank behind quotation marks", ";a=\"b\"\t"),
    extended("no semicolon", " a=b"),
    extended("a comma", ",a"),
    extended("an equals sign", "=a"),
    extended("a name that is no token", ";a@b"),
    extended("a name in quotation marks", ";\"a\""),
    extended("a name that is not ASCII", ";é"),
    extended("two names", ";a b"),
    extended("no name", ";=b"),
    extended("no value", ";a="),
    extended("no value before another", ";a=;b"),
    extended("two values", ";a=b=c"),
    extended("a value that is no token", ";a=b@c"),
    extended("a value that is not ASCII", ";a=é"),
    extended("an open quotation mark", ";a=\"b"),
    extended("only a quotation mark", ";a=\""),
    extended("a quoted pair for the last quotation mark", ";a=\"b\\\""),
    extended("a backslash at the end", ";a=\"b\\"),
    extended("text behind quotation marks", ";a=\"b\"c"),
    extended("text before quotation marks", ";a=b\"c\""),
    .chunks("LF in an extension", "9112 §7.1.1", "1;a\nb\r\nx\r\n0\r\n\r\n", .badLineEnd),
    .chunks("CR in an extension", "9112 §7.1.1", "1;a\rb\r\nx\r\n0\r\n\r\n", .badLineEnd),
    .chunks("LF in quotation marks", "9112 §7.1.1", "1;a=\"\n\"\r\nx\r\n0\r\n\r\n", .badLineEnd),
    .chunks("a null byte in an extension", "9112 §7.1.1", "1;a=\"\0\"\r\nx\r\n0\r\n\r\n", .controlCharacter),
    .chunks("a bad extension of the last chunk", "9112 §7.1.1", "0;\r\n\r\n"),
  ]

  static let trailers: [BadRequest] = [
    trailer("no colon", "9112 §5", "x"),
    trailer("no name", "9112 §5", ": x"),
    trailer("a blank before the colon", "9112 §5.1", "A : b"),
    trailer("a name that is no token", "9110 §5.1", "A@: b"),
    trailer("a blank first", "9112 §5.2", " A: b"),
    trailer("a folded trailer", "9112 §5.2", "X: y\r\n z"),
    trailer("the next request", "9112 §7.1.2", "GET / HTTP/1.1"),
    trailer("LF in a trailer", "9112 §2.2", "A: b\nC: d", .badLineEnd),
    trailer("CR in a trailer", "9112 §2.2", "A: b\rC: d", .badLineEnd),
    trailer("a null byte in a trailer", "9110 §5.5", "A: \0", .controlCharacter),
    trailer("DEL in a trailer", "9110 §5.5", "A: \u{7F}", .controlCharacter),
  ]
}
