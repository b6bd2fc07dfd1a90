@testable import HTTP

// Content-Length: RFC 9110 section 8.6, RFC 9112 sections 6.2 and 6.3.
extension GoodRequest {
  static let contentLengths: [GoodRequest] = [
    .fields("a length", "9112 §6.2", "Content-Length: 3", body: "abc"),
    .fields("a length of 0", "9110 §8.6", "Content-Length: 0"),
    .fields("a length of many zeros", "9110 §8.6", "Content-Length: 00000"),
    .fields("a length with leading zeros", "9110 §8.6", "Content-Length: 0003", body: "abc"),
    .fields(
      "a length with more leading zeros than 64 bits have digits", "9110 §8.6",
      "Content-Length: " + String(repeating: "0", count: 40) + "2", body: "ab"),
    .fields("a length of two digits", "9110 §8.6", "Content-Length: 12", body: "Hello, there"),
    .fields("blanks around a length", "9112 §5.1", "Content-Length: \t 3\t ", body: "abc"),
    .fields("no blank before a length", "9112 §5.1", "Content-Length:3", body: "abc"),
    .fields("the name in any case", "9110 §5.1", "cOnTeNt-LeNgTh: 3", body: "abc"),
    .fields("no length means no content", "9112 §6.3", "X: y"),
    .fields("line ends in content", "9112 §6.2", "Content-Length: 8", body: "\r\n\r\n\n\nab"),
    .fields("control characters in content", "9112 §6.2", "Content-Length: 4", body: "\0\u{7F}\u{1B}\r"),
    .fields("a request in content", "9112 §6.2", "Content-Length: 18", body: "GET / HTTP/1.1\r\n\r\n"),
    .fields("chunks in content", "9112 §6.2", "Content-Length: 5", body: "0\r\n\r\n"),
  ]
}

extension BadRequest {
  private static func length(_ label: String, _ section: String, _ value: String) -> BadRequest {
    .fields(label, section, "Content-Length: \(value)", .badContentLength)
  }

  static let contentLengths: [BadRequest] = [
    .length("an empty length", "9110 §8.6", ""),
    .length("a length of blanks", "9110 §8.6", " \t "),
    .length("a negative length", "9110 §8.6", "-1"),
    .length("a negative zero", "9110 §8.6", "-0"),
    .length("a length with a sign", "9110 §8.6", "+1"),
    .length("a hexadecimal length", "9110 §8.6", "0x1"),
    .length("a length of hexadecimal digits", "9110 §8.6", "a"),
    .length("a length with a point", "9110 §8.6", "1.0"),
    .length("a length with an exponent", "9110 §8.6", "1e0"),
    .length("a length with an underscore", "9110 §8.6", "1_0"),
    .length("a length in quotation marks", "9110 §8.6", "\"1\""),
    .length("a length with a parameter", "9110 §8.6", "1;q=1"),
    .length("a length with a unit", "9110 §8.6", "1 bytes"),
    .length("a length with a blank in it", "9110 §8.6", "1 1"),
    .length("a length with a tab in it", "9110 §8.6", "1\t1"),
    .length("digits that are not ASCII", "9110 §8.6", "\u{661}"),
    .length("digits of full width", "9110 §8.6", "\u{FF11}"),
    .length("a list of equal lengths", "9112 §6.3", "1, 1"),
    .length("a list of different lengths", "9112 §6.3", "1, 2"),
    .length("a list of equal lengths in different writing", "9112 §6.3", "1, 01"),
    .length("a list with an empty element", "9112 §6.3", "1,"),
    .length("a list that begins empty", "9112 §6.3", ",1"),
    .length("a large number with a letter", "9110 §8.6", "99999999999999999999x"),
    .fields("two equal lengths", "9112 §6.3", "Content-Length: 1\r\nContent-Length: 1", .badContentLength),
    .fields("two different lengths", "9112 §6.3", "Content-Length: 1\r\nContent-Length: 2", .badContentLength),
    .fields("0 and another length", "9112 §6.3", "Content-Length: 0\r\nContent-Length: 5", .badContentLength),
    .fields("a length and an empty one", "9112 §6.3", "Content-Length: 1\r\nContent-Length:", .badContentLength),
    .fields("two lengths far apart", "9112 §6.3", "Content-Length: 1\r\nX: y\r\nCONTENT-LENGTH: 1", .badContentLength),
    .fields("a length past the limit", "9110 §15.5.14", "Content-Length: 1048577", .contentTooLarge),
    .fields("2 to the 31st", "9110 §8.6", "Content-Length: 2147483648", .contentTooLarge),
    .fields("2 to the 32nd and 1", "9110 §8.6", "Content-Length: 4294967297", .contentTooLarge),
    .fields("2 to the 63rd less 1", "9110 §8.6", "Content-Length: 9223372036854775807", .contentTooLarge),
    .fields("2 to the 63rd", "9110 §8.6", "Content-Length: 9223372036854775808", .contentTooLarge),
    .fields("2 to the 64th less 1", "9110 §8.6", "Content-Length: 18446744073709551615", .contentTooLarge),
    .fields("2 to the 64th", "9110 §8.6", "Content-Length: 18446744073709551616", .contentTooLarge),
    .fields("2 to the 64th and 1", "9110 §8.6", "Content-Length: 18446744073709551617", .contentTooLarge),
    .fields(
      "a length of a thousand digits", "9110 §8.6", "Content-Length: " + String(repeating: "9", count: 1000),
      .contentTooLarge),
    BadRequest(
      label: "too much content without Host", section: "9112 §3.2",
      bytes: "POST / HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n", error: .badHost),
    BadRequest(
      label: "two lengths with HTTP/1.0", section: "9112 §6.3",
      bytes: "POST / HTTP/1.0\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", error: .badContentLength),
  ]
}
