import Testing

/// HEAD and OPTIONS, RFC 9110 sections 9.3.2 and 9.3.7.
struct WireMethodTests {
  private let server: ServerProcess
  private let wire: Wire

  init() throws {
    server = try ServerProcess()
    wire = try Wire(server)
  }

  /// The fields are those of GET, and no content follows.
  @Test(arguments: [
    "/", "/docs", "/openapi.json", "/health", "/v2/health/live", "/v2/health/ready", "/metadata", "/label",
    "/predict/test", "/predict/test/label", "/predict", "/predict/label", "/nope", "http://a/health", "http://a",
    "/%68ealth",
  ])
  func headIsGetWithoutContent(_ target: String) throws {
    for fields in ["", "Content-Length: 2\r\n\r\nhi", "Transfer-Encoding: chunked\r\n\r\n0\r\n"] {
      let rest = "\(target) HTTP/1.1\r\nHost: a\r\n\(fields)\(fields.hasSuffix("hi") ? "" : "\r\n")"
      wire.send("HEAD \(rest)GET \(rest)")
      var head = try wire.answer(to: "HEAD")
      let get = try wire.answer()
      #expect(head.body == "" && head.status == get.status)
      head.fields["date"] = get.fields["date"]
      #expect(head.fields == get.fields)
    }
  }

  static let refusedHeads: [WireRow] = [
    WireRow("an unknown expectation", "9110 §9.3.2", "HEAD / HTTP/1.1\r\nHost: a\r\nExpect: x\r\n\r\n", 417),
    WireRow("a bad field", "9110 §9.3.2", "HEAD / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", 400),
    WireRow("no Host", "9110 §9.3.2", "HEAD / HTTP/1.1\r\n\r\n", 400),
    WireRow("a bad target", "9110 §9.3.2", "HEAD a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
    WireRow("too much content", "9110 §9.3.2", "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", 413),
    WireRow("https without TLS", "9110 §9.3.2", "HEAD https://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 421),
    WireRow(
      "fields past the limit", "9110 §9.3.2", "HEAD / HTTP/1.1\r\nX: " + String(repeating: "x", count: 17_000), 431),
    WireRow("another version", "9110 §9.3.2", "HEAD / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
  ]

  @Test(arguments: refusedHeads)
  func aRefusedHeadHasNoContent(_ row: WireRow) throws {
    wire.send(row.bytes)
    let answer = try wire.answer(to: "HEAD")
    #expect(answer.status == row.status && answer.closes)
    #expect(wire.end() == .closed)
  }

  @Test func aHeadThatWaitsForLeaveIsRefusedWithoutContent() throws {
    wire.send("HEAD /nope HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n")
    #expect(try wire.answer(to: "HEAD").status == 404)
    #expect(wire.end() == .closed)
  }

  @Test(arguments: [
    ("*", "GET, HEAD, POST, OPTIONS"), ("/predict", "POST, OPTIONS"), ("/health", "GET, HEAD, OPTIONS"),
    ("http://a/predict", "POST, OPTIONS"), ("/", "GET, HEAD, OPTIONS"), ("http://a/", "GET, HEAD, OPTIONS"),
  ])
  func optionsNamesTheMethods(_ target: String, _ allow: String) throws {
    for fields in ["\r\n", "Content-Length: 2\r\n\r\nhi", "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"] {
      wire.send("OPTIONS \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\(WireRow.health)")
      let answer = try wire.answer(to: "OPTIONS")
      #expect(answer.status == 204 && !answer.closes)
      #expect(answer.fields["allow"] == allow)
      #expect(try wire.answer().body == #"{"health":"ok"}"#)
    }
  }

  /// RFC 9112 section 3.2.4, RFC 9110 section 4.2.3: absolute-form without a path is the server with OPTIONS.
  @Test func optionsOfAnAuthorityIsOptionsOfTheServer() throws {
    wire.send("OPTIONS http://a HTTP/1.1\r\nHost: a\r\n\r\n")
    let answer = try wire.answer(to: "OPTIONS")
    #expect(answer.fields["allow"] == "GET, HEAD, POST, OPTIONS")
  }

  @Test func optionsWithVersionOneZero() throws {
    wire.send("OPTIONS * HTTP/1.0\r\n\r\n")
    #expect(try wire.answer(to: "OPTIONS").status == 204)
    #expect(wire.end() == .closed)
  }
}
