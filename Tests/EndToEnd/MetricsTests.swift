import Foundation
import Testing

/// `GET /metrics`: what was sent over real connections to several workers is what is counted.
struct MetricsTests {
  private let one = #"{"data":[[5.1,3.5,1.4,0.2]]}"#
  private let two = #"{"data":[[5.9,3.0,4.2,1.5],[6.3,2.9,5.6,1.8]]}"#

  /// The samples of a scrape over a connection of its own, by name with labels.
  private func scrape(_ server: ServerProcess) throws -> [String: Double] {
    try samples(Client(server).get("/metrics"))
  }

  private func samples(_ answer: Client.Answer) throws -> [String: Double] {
    #expect(answer.status == 200)
    #expect(answer.fields["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(answer.body.hasSuffix("\n"))
    var samples: [String: Double] = [:]
    for line in answer.body.split(separator: "\n") where !line.hasPrefix("#") {
      let end = try #require(line.lastIndex(of: " "))
      let name = String(line[..<end])
      #expect(samples[name] == nil, "a series twice: \(name)")
      let value: Double = try #require(Double(line[end...].dropFirst()))
      samples[name] = value
    }
    return samples
  }

  /// Waits until a scrape has what is expected, for what ends a connection is not waited for by its client.
  private func eventually(_ server: ServerProcess, _ name: String, is expected: Double) throws {
    var value: Double?
    for _ in 0..<100 {
      value = try scrape(server)[name]
      if value == expected { return }
      usleep(20_000)
    }
    Issue.record("\(name) is \(value.map { "\($0)" } ?? "absent"), not \(expected)")
  }

  @Test func countsExactlyWhatWasSentToAllWorkers() throws {
    let server = try ServerProcess(["WORKERS": "4"])
    let clients = try (0..<24).map { _ in try Client(server) }
    for client in clients {
      for _ in 0..<3 { #expect(try client.post("/predict", one).status == 200) }
      #expect(try client.post("/predict/label", two).status == 200)
      #expect(try client.post("/predict", "no JSON").status == 400)
      #expect(try client.post("/predict", "{}").status == 422)
      #expect(try client.post("/predict", "{}", type: "text/plain").status == 415)
      #expect(try client.get("/nope/\(UUID())").status == 404)
      client.request("DELETE", "/health")
      #expect(try client.answer().status == 405)
      client.request("HEAD", "/metrics")
      #expect(try client.answer(hasBody: false).status == 200)
      client.send(String(repeating: "GET /health?x HTTP/1.1\r\nHost: a\r\n\r\n", count: 5))
      for _ in 0..<5 { #expect(try client.answer().status == 200) }
    }
    let counted = try scrape(server)
    var requests: [String: Double] = [:]
    for (handler, method, status, times) in [
      ("/predict", "POST", 200, 3), ("/predict/label", "POST", 200, 1), ("/predict", "POST", 400, 1),
      ("/predict", "POST", 422, 1), ("/predict", "POST", 415, 1), ("none", "GET", 404, 1),
      ("/health", "DELETE", 405, 1), ("/metrics", "HEAD", 200, 1), ("/health", "GET", 200, 5),
    ] {
      requests[#"http_requests_total{handler="\#(handler)",method="\#(method)",status="\#(status)"}"#] =
        Double(24 * times)
    }
    #expect(counted.filter { $0.key.hasPrefix("http_requests_total{") } == requests)
    let durations = counted.filter { $0.key.hasPrefix("http_request_duration_seconds_count{") }
    #expect(durations.values.reduce(0, +) == Double(24 * 15))
    #expect(durations[#"http_request_duration_seconds_count{handler="/predict",method="POST"}"#] == Double(24 * 6))
    for (reason, times) in [
      ("invalid_content", 2), ("unsupported_media_type", 1), ("not_found", 1), ("method_not_allowed", 1),
      ("bad_request", 0), ("timeout", 0), ("too_large", 0), ("unsupported", 0), ("internal", 0),
    ] {
      #expect(counted[#"http_request_errors_total{reason="\#(reason)"}"#] == Double(24 * times), "\(reason)")
    }
    #expect(counted[#"request_predict_seconds_count{model_name="iris_svc"}"#] == Double(24 * 4))
    for (label, times) in [("setosa", 3), ("versicolor", 1), ("virginica", 1)] {
      #expect(counted[#"model_predictions_total{model_name="iris_svc",label="\#(label)"}"#] == Double(24 * times))
    }
    #expect(counted["http_connections"] == 25)
    #expect(counted["http_connections_total"] == 25)
    #expect(counted["http_requests_in_flight"] == 1)
    let health = "GET /health?x HTTP/1.1\r\nHost: a\r\n\r\n".utf8.count * 5
    let delete = "DELETE /health HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8.count
    #expect(counted[#"http_request_size_bytes_total{handler="/health"}"#] == Double(24 * (health + delete)))
  }

  @Test(arguments: [
    ("GET /health HTTP/1.1\nHost: a\r\n\r\n", "bad_request", "none", "_OTHER", 400),
    ("GET /health HTTP/1.1\r\n\r\n", "bad_request", "/health", "GET", 400),
    ("BREW /health HTTP/1.1\r\nHost: a\r\n\r\n", "unsupported", "/health", "_OTHER", 501),
    ("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", "unsupported", "none", "CONNECT", 501),
    ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", "unsupported", "/", "GET", 505),
    ("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", "too_large", "/predict", "POST", 413),
    (
      "POST /predict HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n",
      "unsupported_media_type", "/predict", "POST", 415
    ),
    ("GET /\(String(repeating: "x", count: 9000)) HTTP/1.1\r\n", "too_large", "none", "_OTHER", 414),
  ])
  func countsARequestThatIsNotTaken(
    _ request: String, _ reason: String, _ handler: String, _ method: String, _ status: Int
  ) throws {
    let server = try ServerProcess()
    let client = try Client(server)
    client.send(request)
    #expect(try client.answer().status == status)
    #expect(client.isClosed())
    let counted = try scrape(server)
    let requests = counted.filter { $0.key.hasPrefix("http_requests_total{") }
    #expect(requests == [#"http_requests_total{handler="\#(handler)",method="\#(method)",status="\#(status)"}"#: 1])
    let errors = counted.filter { $0.key.hasPrefix("http_request_errors_total{") && $0.value != 0 }
    #expect(errors == [#"http_request_errors_total{reason="\#(reason)"}"#: 1])
  }

  @Test(arguments: [
    ("GET /health HTTP/1.1\r\nX: ", "/health", "GET"), ("GE", "none", "_OTHER"),
    ("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{", "/predict", "POST"),
  ])
  func countsARequestThatTakesTooLong(_ beginning: String, _ handler: String, _ method: String) throws {
    let server = try ServerProcess(["HEADER_TIMEOUT": "1", "REQUEST_TIMEOUT": "1"])
    let client = try Client(server)
    client.send(beginning)
    try eventually(server, "http_requests_in_flight", is: 2)
    #expect(try client.answer().status == 408)
    let counted = try scrape(server)
    #expect(counted[#"http_request_errors_total{reason="timeout"}"#] == 1)
    let labels = #"handler="\#(handler)",method="\#(method)""#
    #expect(counted["http_requests_total{\(labels),status=\"408\"}"] == 1)
    #expect(try #require(counted["http_request_duration_seconds_sum{\(labels)}"]) >= 0.9)
    #expect(counted["http_requests_in_flight"] == 1)
  }

  @Test func aRequestInFlightMayBeGivenUp() throws {
    let server = try ServerProcess()
    do {
      let client = try Client(server)
      client.send("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 28\r\n\r\n{")
      try eventually(server, "http_requests_in_flight", is: 2)
    }
    try eventually(server, "http_requests_in_flight", is: 1)
    try eventually(server, "http_connections", is: 1)
  }

  @Test func countsConnectionsTurnedAway() throws {
    let server = try ServerProcess(["MAX_CONNECTIONS": "3", "WORKERS": "2"])
    let clients = try (0..<3).map { _ in try Client(server) }
    for client in clients { #expect(try client.get("/health").status == 200) }
    for _ in 0..<5 { #expect(try Client(server).answer().status == 503) }
    let counted = try samples(clients[0].get("/metrics"))
    #expect(counted[#"http_connections_rejected_total{reason="limit"}"#] == 5)
    #expect(counted[#"http_connections_rejected_total{reason="descriptors"}"#] == 0)
    #expect(counted["http_connections"] == 3)
    #expect(counted["http_connections_total"] == 3)
    #expect(!counted.keys.contains { $0.contains(#"status="503""#) }, "no request was read")
  }

  @Test func countsConnectionsWithoutDescriptors() throws {
    let server = try ServerProcess(["MAX_CONNECTIONS": "1000", "WORKERS": "1"], descriptors: 40)
    let clients = try (0..<60).map { _ in try Client(server) }
    var counted: [String: Double] = [:]
    for _ in 0..<100 {
      counted = try samples(clients[0].get("/metrics"))
      if counted[#"http_connections_rejected_total{reason="descriptors"}"#] != 0 { break }
      usleep(20_000)
    }
    #expect(try #require(counted[#"http_connections_rejected_total{reason="descriptors"}"#]) >= 1)
    #expect(counted[#"http_connections_rejected_total{reason="limit"}"#] == 0)
    #expect(counted["process_max_fds"] == 40)
  }

  /// Every line is in the log to its end or counted as dropped, where nobody reads the log.
  @Test func countsLogLinesThatWereDropped() throws {
    let server = try ServerProcess(["WORKERS": "1"])
    let client = try Client(server)
    let count = 2_000
    for _ in 0..<count / 20 {
      client.send(String(repeating: "GET /predict/test HTTP/1.1\r\nHost: a\r\n\r\n", count: 20))
      for _ in 0..<20 { #expect(try client.answer().status == 200) }
    }
    let dropped = try #require(scrape(server)["log_dropped_total"])
    #expect(dropped > 0 && dropped < Double(count))
    let written = server.stop().log.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(Double(written.filter { $0.contains("access") }.count) == Double(count) - dropped)
  }

  /// Figures of the process, read within the sandbox, are those of the kernel's own files.
  @Test func tellsOfTheProcess() throws {
    let server = try ServerProcess(["WORKERS": "2"])
    let now = Date().timeIntervalSince1970
    let path = "/proc/\(server.process.processIdentifier)"
    let before = try scrape(server)
    #expect(abs(try #require(before["process_start_time_seconds"]) - now) < 60)
    #expect(try #require(before["process_cpu_seconds_total"]) > 0)
    let resident = try #require(before["process_resident_memory_bytes"])
    #expect(resident / 1024 > Double(server.residentMemory) / 2 && resident / 1024 < Double(server.residentMemory) * 2)
    #expect(try #require(before["process_virtual_memory_bytes"]) > resident)
    let status = try String(contentsOfFile: "\(path)/status", encoding: .utf8)
    let threads = try #require(status.firstMatch(of: /Threads:\s+([0-9]+)/).flatMap { Double($0.1) })
    #expect(abs(try #require(before["process_threads"]) - threads) <= 2, "Dispatch may end an idle thread")

    var folder = stat()
    let isKnown = stat("/proc/self/fd", &folder) == 0 && folder.st_size > 0
    #expect((before["process_open_fds"] != nil) == isKnown, "since Linux 6.2")
    let clients = try (0..<10).map { _ in try Client(server) }
    for client in clients { #expect(try client.get("/health").status == 200) }
    let after = try scrape(server)
    if let former = before["process_open_fds"] { #expect(after["process_open_fds"] == former + 10) }
    #expect(try #require(after["process_cpu_seconds_total"]) >= #require(before["process_cpu_seconds_total"]))
  }

  @Test func tellsOfProgramAndModel() throws {
    let server = try ServerProcess()
    let version = try ServerProcess.run(["--version"]).output
    let words = try #require(version.firstMatch(of: /model-server (.+), model (.+) ([0-9]+), sha256 ([0-9a-f]+)/))
    let counted = try scrape(server)
    #expect(counted[#"model_server_build_info{version="\#(words.1)"}"#] == 1)
    #expect(counted[#"model_info{name="\#(words.2)",version="\#(words.3)",sha256="\#(words.4)"}"#] == 1)
  }

  @Test func aScrapeIsLoggedAsAProbe() throws {
    let server = try ServerProcess()
    _ = try scrape(server)
    #expect(!server.stop().log.contains("/metrics"))
  }
}
