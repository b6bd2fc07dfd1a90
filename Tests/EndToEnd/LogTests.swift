import Foundation
import Testing

/// The log of a server, from its first line on.
struct LogTests {
  private static let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

  private func lines(_ log: String, _ format: String) throws -> [LogLine] {
    try log.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let text = String(line)
      return try #require(format == "JSON" ? LogLine(json: text) : LogLine(text: text), "\(line)")
    }
  }

  /// The lines of requests. An answer may arrive before the turn that made it has logged it, and the end of the server between.
  private func requestLines(_ server: ServerProcess, _ format: String) throws -> [LogLine] {
    try lines(server.stop().log, format).filter { $0.message != "draining" }
  }

  @Test(arguments: ["TEXT", "JSON"])
  func theFirstLineTellsWhatServes(_ format: String) throws {
    let limits = ["WORKERS": "3", "MAX_BODY": "12345", "MAX_CONNECTIONS": "77", "GRACE_PERIOD": "6"]
    let server = try ServerProcess(limits.merging(["LOG_FORMAT": format]) { $1 })
    let all = try lines(server.startLog, format)
    let line = try #require(all.first)
    #expect(all.count == 1 && line.level == "INFO" && line.message == "listening")
    #expect(line["url.full"] == .text("http://127.0.0.1:\(server.port)"))
    let version = try ServerProcess.run(["--version"]).output
    let words = try #require(version.firstMatch(of: /model-server (.+), model (.+) ([0-9]+), sha256 ([0-9a-f]{64})/))
    #expect(line["service.version"] == .text(String(words.1)))
    #expect(line["model.name"] == .text(String(words.2)) && line["model.version"] == .text(String(words.3)))
    #expect(line["model.sha256"] == .text(String(words.4)))
    for (name, value) in limits { #expect(line[name] == .number(value), "\(name)") }
    // Every number of the table of settings is there; --help is made from the same.
    let help = try ServerProcess.run(["--help"]).output
    let names = help.matches(of: /--[a-z-]+ +([A-Z_]+)/).map { String($0.1) }
    let others = ["HOST", "PORT", "LOG_LEVEL", "LOG_FORMAT", "REUSE_PORT", "SANDBOX"]
    for name in names where !others.contains(name) { #expect(line[name] != nil, "\(name)") }
  }

  /// Names and values of an access line, in their order.
  @Test(arguments: ["TEXT", "JSON"])
  func anAccessLineNamesItsFieldsAsOpenTelemetryDoes(_ format: String) throws {
    let server = try ServerProcess(["LOG_FORMAT": format])
    let client = try Client(server)
    let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#
    client.request("POST", "/predict?a=b", body, fields: "X-Request-Id: a-1\r\ntraceparent: \(Self.parent)\r\n")
    let answer = try client.answer()
    #expect(answer.fields["x-request-id"] == "a-1")
    let line = try #require(requestLines(server, format).first)
    #expect(
      line.fields.map(\.name) == [
        "http.request.method", "url.path", "http.route", "network.protocol.version", "request_id", "trace_id",
        "span_id",
        "trace_flags", "http.response.status_code", "http.request.body.size", "http.response.body.size", "duration_s",
        "client.address",
      ])
    #expect(line.level == "INFO" && line.message == "access" && line["http.request.method"] == .text("POST"))
    #expect(line["url.path"] == .text("/predict") && line["http.route"] == .text("/predict"))
    #expect(line["network.protocol.version"] == .text("1.1") && line["request_id"] == .text("a-1"))
    #expect(line["trace_id"] == .text("4bf92f3577b34da6a3ce929d0e0e4736"))
    #expect(line["span_id"] == .text("00f067aa0ba902b7") && line["trace_flags"] == .text("01"))
    #expect(line["http.response.status_code"] == .number("200") && line["client.address"] == .text("127.0.0.1"))
    #expect(line["http.request.body.size"] == .number("28"))
    #expect(line["http.response.body.size"] == .number("\(answer.body.utf8.count)"))
    guard case .number(let seconds) = line["duration_s"] else { throw ServerProcessError.noAnswer("no duration") }
    let duration = try #require(Double(seconds))
    #expect(duration >= 0 && duration < 60)
  }

  /// The lines that the READMEs show have the fields of the server's own, in their order.
  @Test(arguments: ["README.md", "README.ja.md"])
  func theReadmeShowsLinesAsTheyAre(_ readme: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: readme), encoding: .utf8)
    let samples = document.split(separator: "\n").map(String.init)
    let text = try #require(samples.compactMap { LogLine(text: $0) }.first)
    let json = try #require(samples.compactMap { LogLine(json: $0) }.first)
    #expect(text == json)
    let server = try ServerProcess()
    let client = try Client(server)
    client.request("POST", "/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#, fields: "X-Request-Id: 7d444840-9dc0-11d1\r\n")
    _ = try client.answer()
    let line = try #require(requestLines(server, "TEXT").first)
    #expect(line.fields.map(\.name) == text.fields.map(\.name))
    for field in line.fields where !["duration_s", "client.address"].contains(field.name) {
      #expect(text[field.name] == field.value, "\(field.name)")
    }
  }

  /// The time counts from the first bytes of a request.
  @Test func theDurationOfASlowRequestIncludesItsArrival() throws {
    let server = try ServerProcess()
    let client = try Client(server)
    client.send("GET /predict/test HTTP/1.1\r\n")
    usleep(300_000)
    client.send("Host: a\r\n\r\n")
    #expect(try client.answer().status == 200)
    let line = try #require(requestLines(server, "TEXT").first)
    guard case .number(let seconds) = line["duration_s"] else { throw ServerProcessError.noAnswer("no duration") }
    #expect(try #require(Double(seconds)) > 0.2)
  }

  @Test func anIdentifierGoesBackWithEveryAnswerAndNoneIsMade() throws {
    let server = try ServerProcess()
    for (label, request, status) in [
      ("taken", "GET /health HTTP/1.1\r\nHost: a\r\nX-Request-Id: a-1\r\n\r\n", 200),
      ("no route", "GET /nope HTTP/1.1\r\nHost: a\r\nX-Request-Id: a-1\r\n\r\n", 404),
      ("refused", "GET /health HTTP/1.1\r\nX-Request-Id: a-1\r\n\r\n", 400),
      (
        "refused before its content",
        "POST /nope HTTP/1.1\r\nHost: a\r\nX-Request-Id: a-1\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n", 404
      ),
    ] {
      let client = try Client(server)
      client.send(request)
      let answer = try client.answer()
      #expect(answer.status == status && answer.fields["x-request-id"] == "a-1", "\(label)")
    }
    #expect(try Client(server).get("/health").fields["x-request-id"] == nil)
  }

  /// Label, bytes of a request. None of it makes another line, field or value than its own.
  private static let injections: [(label: String, request: [UInt8])] =
    [
      ("a line break in the path, encoded", "GET /a%0AINFO%20x HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a quote in the path, encoded", "GET /a%22b HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("quotes in the path", "GET /a\"level\":\"ERROR\" HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a backslash at the end of the path", "GET /a\\ HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a line feed in the path", "GET /a\nb HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("an escape in the path", "GET /a\u{1b}[31m HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("no ASCII in the path", "GET /ä\u{2028} HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("equals signs and blanks", "GET /a=b&level=ERROR HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a long path", "GET /\(String(repeating: "a", count: 5000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a long path of quotes", "GET /\(String(repeating: "\"", count: 5000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
      ("a method of the attacker's", "GET\"x /predict HTTP/1.1\r\nHost: a\r\n\r\n"),
    ].map { ($0.0, Array($0.1.utf8)) } + [
      (
        "no UTF-8 in the path",
        Array("GET /a".utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80] + Array(" HTTP/1.1\r\n\r\n".utf8)
      ),
      ("a null byte in the path", Array("GET /a".utf8) + [0, 0x7F] + Array(" HTTP/1.1\r\n\r\n".utf8)),
    ]
    + ["a\" x=\"b", "a\\", "a\u{1b}[2J", "a\u{7f}", "a\tb", "a\rb", "a\nINFO access", "ä", "{\"a\":1}", "%0a"].flatMap {
      value in
      ["X-Request-Id", "traceparent"].map { name in
        (
          "\(value.debugDescription) in \(name)",
          Array("GET /health HTTP/1.1\r\nHost: a\r\n\(name): \(value)\r\n\r\n".utf8)
        )
      }
    }

  @Test(arguments: ["TEXT", "JSON"])
  func nothingSentMakesALineOfItsOwn(_ format: String) throws {
    let server = try ServerProcess(["LOG_FORMAT": format, "LOG_LEVEL": "DEBUG", "WORKERS": "1"])
    for (_, request) in Self.injections {
      let client = try Client(server)
      client.send(request)
      _ = try client.answer()
    }
    let log = server.stop().log
    #expect(log.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    let requests = try lines(log, format).filter { $0.message != "draining" }
    #expect(requests.count == Self.injections.count)
    for (line, (label, _)) in zip(requests, Self.injections) {
      let names = line.fields.map(\.name)
      #expect(Set(names).count == names.count && names.contains("http.response.status_code"), "\(label): \(line)")
      #expect(["access", "refused"].contains(line.message) && ["DEBUG", "INFO"].contains(line.level), "\(label)")
      #expect(line["request_id"] == nil && line["trace_id"] == nil, "\(label): \(line)")
      // 256 bytes, each perhaps replaced by the three of U+FFFD.
      if case .text(let path) = line["url.path"] { #expect(path.utf8.count <= 3 * 256, "\(label)") }
    }
  }

  /// The words of the settings in either case.
  @Test(arguments: [("debug", "json"), ("Debug", "Json"), ("DEBUG", "JSON")])
  func wordsAreTakenInEitherCase(_ level: String, _ format: String) throws {
    let server = try ServerProcess(["LOG_LEVEL": level, "LOG_FORMAT": format])
    #expect(try Client(server).get("/health").status == 200)
    #expect(try lines(server.stop().log, "JSON").contains { $0.level == "DEBUG" })
  }
}
