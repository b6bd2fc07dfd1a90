@testable import HTTP

// Content-Type: RFC 9110 sections 8.3.1 and 5.6.6, RFC 6839. Content-Encoding: RFC 9110 section 8.4. A request is taken
// whatever they say; what is seen in them decides about 415.
extension GoodRequest {
  static let contentTypes: [GoodRequest] = [
    .type("9110 §8.3.1", "application/json", .json),
    .type("9110 §8.3.1", "Application/JSON", .json),
    .type("9110 §8.3.1", "application/json; charset=utf-8", .json),
    .type("9110 §8.3.1", "application/json;charset=UTF-8", .json),
    .type("9110 §5.6.6", "application/json \t; \t charset=utf-8", .json),
    .type("9110 §5.6.4", "application/json; charset=\"utf-8\"", .json),
    .type("9110 §5.6.4", "application/json; a=\"\"", .json),
    .type("9110 §5.6.4", "application/json; a=\"b;c=, \t/é\"; d=e", .json),
    .type("9110 §5.6.4", "application/json; a=\"\\\"\\\\\\a\"", .json),
    .type("9110 §5.6.6", "application/json;", .json),
    .type("9110 §5.6.6", "application/json;;a=b; ;", .json),
    .type("9110 §5.6.6", "application/json;a=b;a=c", .json),
    .type("6839 §3.1", "application/problem+json", .json),
    .type("6839 §3.1", "application/vnd.a.v1+JSON; a=b", .json),
    .type("9110 §8.3.1", "Application/Octet-Stream", .octets),
    .type("9110 §8.3.1", "application/octet-stream; a=b", .other),
    .type("9110 §8.3.1", "text/plain", .other),
    .type("9110 §8.3.1", "text/json", .other),
    .type("9110 §8.3.1", "application/x-www-form-urlencoded", .other),
    .type("9110 §8.3.1", "multipart/form-data; boundary=x", .other),
    .type("9110 §8.3.1", "application/jsonx", .other),
    .type("9110 §8.3.1", "application/json-seq", .other),
    .type("9110 §8.3.1", "xapplication/json", .other),
    .type("6839 §3.1", "application/json+xml", .other),
    .type("6839 §3.1", "+json", .other),
    .type("9110 §8.3.1", "", .other),
    .type("9110 §8.3.1", "/", .other),
    .type("9110 §8.3.1", "json", .other),
    .type("9110 §8.3.1", "application/", .other),
    .type("9110 §8.3.1", "/json", .other),
    .type("9110 §8.3.1", "application /json", .other),
    .type("9110 §8.3.1", "application/ json", .other),
    .type("9110 §8.3.1", "application/json/x", .other),
    .type("9110 §8.3.1", "application/json, text/plain", .other),
    .type("9110 §8.3.1", "text/plain, application/json", .other),
    .type("9110 §8.3.1", "application/json application/json", .other),
    .type("9110 §8.3.1", "\"application/json\"", .other),
    .type("9110 §8.3.1", "application/js\u{F6}n", .other),
    .type("9110 §12.5.1", "*/*", .other),
    .type("9110 §5.6.6", "application/json; charset", .other),
    .type("9110 §5.6.6", "application/json; charset=", .other),
    .type("9110 §5.6.6", "application/json; =utf-8", .other),
    .type("9110 §5.6.6", "application/json; charset =utf-8", .other),
    .type("9110 §5.6.6", "application/json; charset= utf-8", .other),
    .type("9110 §5.6.6", "application/json; charset=utf-8 x", .other),
    .type("9110 §5.6.6", "application/json charset=utf-8", .other),
    .type("9110 §5.6.6", "application/json; a=b, c=d", .other),
    .type("9110 §5.6.2", "application/json; a=b@c", .other),
    .type("9110 §5.6.4", "application/json; a=\"b", .other),
    .type("9110 §5.6.4", "application/json; a=\"b\\\"", .other),
    .type("9110 §5.6.4", "application/json; a=\"b\"c", .other),
    .type("9110 §5.6.4", "application/json; a='b c'", .other),

    .fields("identity", "9110 §12.5.3", "Content-Encoding: Identity"),
    .fields("no coding", "9110 §5.6.1.2", "Content-Encoding:"),
    .fields("identity twice among empty elements", "9110 §5.6.1.2", "Content-Encoding: , identity,,identity"),
    .fields("identity on two lines", "9110 §5.3", "Content-Encoding: identity\r\nContent-Encoding: identity"),
    .fields("gzip", "9110 §8.4", "Content-Encoding: gzip", content: .other),
    .fields("a coding nobody knows", "9110 §8.4", "Content-Encoding: x", content: .other),
    .fields("gzip behind identity", "9110 §8.4", "Content-Encoding: identity, gzip", content: .other),
    .fields("gzip before identity", "9110 §8.4", "Content-Encoding: gzip, identity", content: .other),
    .fields("two codings on two lines", "9110 §5.3", "Content-Encoding: gzip\r\nContent-Encoding: br", content: .other),
    .fields("two codings without a comma", "9110 §5.6.1", "Content-Encoding: identity identity", content: .other),
    .fields("a coding that is no token", "9110 §8.4.1", "Content-Encoding: \"identity\"", content: .other),
    .fields(
      "a coding before a type", "9110 §8.4", "Content-Encoding: gzip\r\nContent-Type: application/json", content: .other
    ),
    .fields(
      "a type before a coding", "9110 §8.4", "Content-Type: application/json\r\nContent-Encoding: gzip", content: .other
    ),
    .fields(
      "a type with identity", "9110 §8.4", "Content-Type: application/json\r\nContent-Encoding: identity",
      content: .json),
  ]
}

extension BadRequest {
  static let contentTypes: [BadRequest] = [
    .fields(
      "two equal types", "9110 §8.3", "Content-Type: application/json\r\nContent-Type: application/json", .repeatedField
    ),
    .fields(
      "two types", "9110 §8.3", "Content-Type: text/plain\r\nX: y\r\ncontent-type: application/json", .repeatedField),
    .fields("two empty types", "9110 §5.3", "Content-Type:\r\nContent-Type:", .repeatedField),
  ]
}
