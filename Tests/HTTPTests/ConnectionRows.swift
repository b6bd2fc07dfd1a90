@testable import HTTP

// Connection: RFC 9110 section 7.6.1, RFC 9112 section 9. Expect: RFC 9110 section 10.1.1.
extension GoodRequest {
  static let connection: [GoodRequest] = [
    .fields("close", "9112 §9.6", "Connection: close", keepsAlive: false),
    .fields("close in any case", "9110 §7.6.1", "Connection: cLoSe", keepsAlive: false),
    .fields("keep-alive with HTTP/1.1", "9112 §9.3", "Connection: keep-alive"),
    .fields("close behind keep-alive", "9112 §9.3", "Connection: keep-alive, close", keepsAlive: false),
    .fields("close before keep-alive", "9112 §9.3", "Connection: close, keep-alive", keepsAlive: false),
    .fields("close on a line of its own", "9110 §5.3", "Connection: x\r\nConnection: close", keepsAlive: false),
    .fields(
      "keep-alive on a later line", "9112 §9.3", "Connection: close\r\nConnection: keep-alive", keepsAlive: false),
    .fields("close among empty elements", "9110 §5.6.1.2", "Connection: , x ,\t,CLOSE,", keepsAlive: false),
    .fields("close without blanks", "9110 §5.6.1", "Connection: x,close,y", keepsAlive: false),
    .fields("no option", "9110 §5.6.1.2", "Connection:"),
    .fields("only commas", "9110 §5.6.1.2", "Connection: ,,, ,"),
    .fields("options that begin and end as close", "9110 §7.6.1", "Connection: closed, x-close, clos"),
    .fields("close in the name of an option", "9110 §5.6.2", "Connection: 'close'"),
    .fields("an upgrade nobody offers", "9110 §7.8", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c"),
    .fields("a field that names close", "9110 §7.6.1", "Proxy-Connection: close"),
    GoodRequest(
      label: "keep-alive with HTTP/1.0", section: "9112 §9.3",
      bytes: "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n",
      method: .get),
    GoodRequest(
      label: "keep-alive and close with HTTP/1.0", section: "9112 §9.3",
      bytes: "GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", method: .get, keepsAlive: false),
    GoodRequest(
      label: "another option with HTTP/1.0", section: "9112 §9.3", bytes: "GET / HTTP/1.0\r\nConnection: x\r\n\r\n",
      method: .get, keepsAlive: false),

    .fields(
      "100-continue before a length", "9110 §10.1.1", "Expect: 100-continue\r\nContent-Length: 3", body: "abc",
      expectsContinue: true),
    .fields(
      "100-continue behind a length", "9110 §10.1.1", "Content-Length: 3\r\nExpect: 100-Continue", body: "abc",
      expectsContinue: true),
    GoodRequest(
      label: "100-continue with chunks", section: "9110 §10.1.1",
      bytes: "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      expectsContinue: true),
    .fields(
      "100-continue among empty elements", "9110 §5.6.1.2", "Expect: , 100-continue,\r\nContent-Length: 1", body: "x",
      expectsContinue: true),
    .fields(
      "100-continue twice", "9110 §5.3", "Expect: 100-continue\r\nExpect: 100-continue\r\nContent-Length: 1", body: "x",
      expectsContinue: true),
    .fields("100-continue without content", "9110 §10.1.1", "Expect: 100-continue"),
    .fields("100-continue with content of no bytes", "9110 §10.1.1", "Expect: 100-continue\r\nContent-Length: 0"),
    .fields("no expectation", "9110 §5.6.1.2", "Expect:"),
    GoodRequest(
      label: "100-continue with HTTP/1.0", section: "9110 §10.1.1",
      bytes: "POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx", body: "x", keepsAlive: false),
  ]
}

extension BadRequest {
  static let connection: [BadRequest] = [
    .fields("two options without a comma", "9110 §5.6.1", "Connection: close x", .badField),
    .fields("an option in quotation marks", "9110 §7.6.1", "Connection: \"close\"", .badField),
    .fields("an option with a parameter", "9110 §7.6.1", "Connection: keep-alive; timeout=5", .badField),
    .fields("an option with a value", "9110 §7.6.1", "Connection: keep-alive=5", .badField),
    .fields("an option that is not ASCII", "9110 §7.6.1", "Connection: é", .badField),
    .fields("a semicolon for a comma", "9110 §5.6.1", "Connection: x; close", .badField),
    .fields("a bad option on the second line", "9110 §5.3", "Connection: close\r\nConnection: a/b", .badField),
    .fields("an expectation nobody knows", "9110 §10.1.1", "Expect: more", .unknownExpectation),
    .fields("an expectation with a value", "9110 §10.1.1", "Expect: 100-continue=1", .unknownExpectation),
    .fields("an expectation with a parameter", "9110 §10.1.1", "Expect: 100-continue;q=1", .unknownExpectation),
    .fields("an expectation in quotation marks", "9110 §10.1.1", "Expect: \"100-continue\"", .unknownExpectation),
    .fields("an expectation with text behind it", "9110 §10.1.1", "Expect: 100-continue x", .unknownExpectation),
    .fields("a part of an expectation", "9110 §10.1.1", "Expect: 100", .unknownExpectation),
    .fields("a known expectation and another", "9110 §10.1.1", "Expect: 100-continue, x", .unknownExpectation),
    .fields(
      "another expectation and a known one", "9110 §10.1.1", "Expect: x=\"a,b\", 100-continue", .unknownExpectation),
    .fields(
      "another expectation on a second line", "9110 §5.3", "Expect: 100-continue\r\nExpect: x", .unknownExpectation),
    BadRequest(
      label: "an expectation nobody knows without Host", section: "9112 §3.2",
      bytes: "GET / HTTP/1.1\r\nExpect: x\r\n\r\n", error: .badHost),
    BadRequest(
      label: "an unknown method with an unknown expectation", section: "9110 §9.1",
      bytes: "BREW / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n", error: .unknownMethod),
    .fields(
      "an unknown expectation with a bad length", "9112 §6.3", "Expect: x\r\nContent-Length: x", .badContentLength),
    .fields(
      "an unknown expectation with too much content", "9110 §10.1.1", "Expect: x\r\nContent-Length: 9999999",
      .unknownExpectation),
    .fields(
      "100-continue with too much content", "9110 §10.1.1", "Expect: 100-continue\r\nContent-Length: 9999999",
      .contentTooLarge),
  ]
}
