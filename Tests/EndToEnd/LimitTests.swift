import Foundation
import Testing

/// The table of limits: each can be set, and each has its answer.
struct LimitTests {
  private let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#

  @Test(arguments: [
    ("MAX_REQUEST_LINE", "64", "GET /\(String(repeating: "x", count: 51)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("MAX_HEADERS", "64", "GET /health HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 60))\r\n\r\n", 431),
    ("MAX_FIELDS", "2", "GET /health HTTP/1.1\r\nHost: a\r\nX: y\r\nX: y\r\n\r\n", 431),
    ("MAX_BODY", "10", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n", 413),
    ("MAX_BODY", "3", "POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n2\r\n", 413),
    (
      "MAX_CHUNK_OVERHEAD", "16",
      "POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;extension=long\r\n{\r\n", 400
    ),
  ])
  func sizes(_ variable: String, _ value: String, _ request: String, _ status: Int) throws {
    let server = try ServerProcess([variable: value])
    let client = try Client(server)
    client.send(request)
    #expect(try client.answer().status == status)
    #expect(client.isClosed())
  }

  @Test(arguments: [
    ("HEADER_TIMEOUT", "GET /health HTTP/1.1\r\nHost:"),
    ("REQUEST_TIMEOUT", "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{"),
    ("REQUEST_TIMEOUT", "POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"),
  ])
  func requestsThatTakeTooLong(_ variable: String, _ beginning: String) throws {
    let server = try ServerProcess([variable: "1"])
    let client = try Client(server)
    client.send(beginning)
    let answer = try client.answer()
    #expect(answer.status == 408)
    #expect(answer.fields["connection"] == "close")
    #expect(client.isClosed())
  }

  /// The time is absolute: a byte now and then does not prolong it.
  @Test func drippingDoesNotProlongAHeader() throws {
    let server = try ServerProcess(["HEADER_TIMEOUT": "1"])
    let client = try Client(server)
    client.send("GET /health HTTP/1.1\r\nX: ")
    for _ in 0..<30 {
      client.send("y")
      usleep(100_000)
    }
    #expect(try client.answer().status == 408)
  }

  @Test func idleConnectionsAreClosedSilently() throws {
    let server = try ServerProcess(["IDLE_TIMEOUT": "1"])
    let (fresh, used) = (try Client(server), try Client(server))
    #expect(try used.get("/health").status == 200)
    #expect(used.isClosed())
    #expect(fresh.isClosed())
  }

  /// An old connection ends with an answer that says so: neither in silence nor before its time.
  @Test func oldConnectionsEndWithAnAnswer() throws {
    let server = try ServerProcess(["MAX_AGE": "1"])
    let start = ContinuousClock.now
    let (busy, waiting) = (try Client(server), try Client(server))
    var last = try busy.get("/health")
    while last.status == 200 && last.fields["connection"] == nil && start.duration(to: .now) < .seconds(20) {
      usleep(1000)
      last = try busy.get("/health")
    }
    // A tenth less than the age, and a clock that counts milliseconds.
    #expect(start.duration(to: .now) > .milliseconds(890))
    #expect(last.status == 200 && last.fields["connection"] == "close")
    #expect(busy.isClosed())
    usleep(300_000)
    let only = try waiting.post("/predict", body)
    #expect(only.status == 200 && only.fields["connection"] == "close")
    #expect(waiting.isClosed())
    #expect(try Client(server).get("/health").status == 200)
  }

  @Test func aReaderThatNeverReadsIsDropped() throws {
    let server = try ServerProcess(["WRITE_TIMEOUT": "1", "MAX_PENDING_OUTPUT": "4096"])
    let client = try Client(server)
    let sender = Thread { client.send(String(repeating: "GET /metadata HTTP/1.1\r\nHost: a\r\n\r\n", count: 50_000)) }
    sender.start()
    sleep(4)
    var answers = 0
    while (try? client.answer()) != nil { answers += 1 }
    #expect(answers > 0 && answers < 50_000)
    #expect(try Client(server).get("/health").status == 200)
  }

  /// What the kernel holds of a connection whose client sends on and reads nothing: it stays small where it is told to be.
  @Test func theKernelHoldsNoMoreThanItIsTold() throws {
    let size = 4096
    let told = try held(["SOCKET_BUFFER": "\(size)"])
    // The kernel doubles the number, and begins a last block of at most 64 KiB as long as there is room.
    #expect(told.unsent > size && told.unsent <= 2 * size + (64 << 10), "\(told)")
    #expect(told.unread > 0 && told.unread <= 2 * size, "\(told)")
    let untold = try held(["SOCKET_BUFFER": "0"])
    #expect(untold.unsent > 2 * told.unsent && untold.unread > 2 * told.unread, "\(untold), \(told)")
  }

  /// Bytes that lie in a connection of a server when neither side makes progress any more.
  private func held(_ environment: [String: String]) throws -> (unsent: Int, unread: Int) {
    let server = try ServerProcess(environment)
    let client = try Client(server)
    Thread.detachNewThread {
      // Ends when the server is gone.
      client.send(String(repeating: "GET /metadata HTTP/1.1\r\nHost: a\r\n\r\n", count: 500_000))
    }
    var (now, rounds) = (server.socketQueues, 0)
    for _ in 0..<200 where rounds < 10 || now.unsent == 0 {
      usleep(50_000)
      let last = now
      now = server.socketQueues
      rounds = now == last ? rounds + 1 : 0
    }
    #expect(rounds >= 10, "progress without end")
    return now
  }

  @Test func connectionsPastTheLimitAreTurnedAway() throws {
    let server = try ServerProcess(["MAX_CONNECTIONS": "3", "WORKERS": "1"])
    var clients = try (0..<3).map { _ in try Client(server) }
    for client in clients { #expect(try client.get("/health").status == 200) }
    let fourth = try Client(server)
    let answer = try fourth.answer()
    #expect(answer.status == 503)
    #expect(answer.fields["connection"] == "close")
    #expect(fourth.isClosed())
    clients.removeLast()
    usleep(100_000)
    #expect(try Client(server).get("/health").status == 200)
  }

  /// Requests under way may keep so much memory together; the one that asks for more is told so, and the others go on.
  @Test func requestsPastTheMemoryAreTurnedAway() throws {
    let server = try ServerProcess(["MAX_KEPT": "280000", "WORKERS": "1"])
    let row = "[5.1,3.5,1.4,0.2]"
    let rows = Array(repeating: row, count: 2000).joined(separator: ",")
    let body = #"{"data":["# + rows + "]}"
    let head = "POST /predict/label HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    let clients = try (0..<6).map { _ in try Client(server) }
    for client in clients {
      client.send(head + body.dropLast(10))
      usleep(100_000)
    }
    // Each keeps a block of 65,536 bytes.
    for client in clients[3...] {
      let answer = try client.answer()
      #expect(answer.status == 503)
      #expect(answer.body == #"{"detail":"Service unavailable: no memory for the request"}"#)
      #expect(client.isClosed())
    }
    // A quarter is for requests that are small, whatever the size of the last block that the worker got back.
    let larger = try Client(server)
    larger.send("GET /health HTTP/1.1\r\nHost: a\r\nCookie: " + String(repeating: "a", count: 10_000))
    #expect(try larger.answer().status == 503)
    let small = try Client(server)
    small.send("GET /health HTTP/1.1\r\nHost: ")
    usleep(100_000)
    small.send("a\r\n\r\n")
    #expect(try small.answer().status == 200)
    for client in clients[..<3] {
      client.send(String(body.suffix(10)))
      #expect(try client.answer().status == 200)
    }
    #expect(try clients[0].post("/predict/label", body).status == 200)
  }

  /// Answers that nobody reads count as well; their connections are cut.
  @Test func answersPastTheMemoryAreCut() throws {
    let server = try ServerProcess(["MAX_KEPT": "8000000", "WORKERS": "1"])
    let body = #"{"data":["# + Array(repeating: "[5.1,3.5,1.4,0.2]", count: 50_000).joined(separator: ",") + "]}"
    let request = "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let before = server.residentMemory
    var clients = try (0..<12).map { _ in
      let client = try Client(server)
      client.send(request)
      return client
    }
    #expect(try Client(server).get("/health").status == 200)
    let growth = server.residentMemory - before
    #expect(growth < 40_000, "\(growth) KiB")
    let whole = clients.filter { (try? $0.answer())?.status == 200 }.count
    #expect(whole < clients.count, "answers that came whole")
    clients.removeAll()
    // Once it has seen that they are gone.
    var recovers = false
    for _ in 0..<100 where !recovers {
      recovers = (try? Client(server).post("/predict", body))?.status == 200
      if !recovers { usleep(50_000) }
    }
    #expect(recovers)
  }

  /// Without descriptors the server answers 503 or lets clients wait, does not spin, and recovers.
  @Test func survivesTheLackOfDescriptors() throws {
    let server = try ServerProcess(["MAX_CONNECTIONS": "1000", "WORKERS": "1"], descriptors: 40)
    var clients = try (0..<100).map { _ in try Client(server) }
    #expect(try clients[0].get("/health").status == 200)
    let before = server.processorTime
    sleep(2)
    #expect(server.processorTime - before < 0.5, "seconds of processor time in two seconds without work")
    #expect(try clients[1].get("/health").status == 200)
    clients.removeAll()
    sleep(1)
    for _ in 0..<10 { #expect(try Client(server).get("/health").status == 200) }
  }

  @Test func idleConnectionsHoldLittleMemory() throws {
    let count = Int(ProcessInfo.processInfo.environment["IDLE_CONNECTIONS"] ?? "") ?? 500
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let server = try ServerProcess()
    #expect(try Client(server).post("/predict", body).status == 200)
    let before = server.residentMemory
    let clients = try (0..<count).map { _ in
      let client = try Client(server)
      #expect(try client.get("/health").status == 200)
      return client
    }
    let growth = server.residentMemory - before
    #expect(growth * 1024 / clients.count < 800, "bytes a connection; \(growth) KiB for \(clients.count)")
  }
}
