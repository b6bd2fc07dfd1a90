import Foundation
import Testing

/// The log where many workers write at once, and where its reader stands still or is gone.
struct LogPipeTests {
  // Several pieces of what a pipe takes at once.
  private let batch = 64

  /// Gets answers to pipelined requests on eight connections, those of each half asked at the same time.
  private func ask(_ server: ServerProcess, rounds: Int) throws {
    let clients = try (0..<8).map { _ in try Client(server) }
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      for _ in 0..<rounds {
        for client in clients[(4 * half)..<(4 * half + 4)] {
          client.send(String(repeating: "GET /predict/test HTTP/1.1\r\nHost: a\r\n\r\n", count: batch))
        }
        for client in clients[(4 * half)..<(4 * half + 4)] {
          for _ in 0..<batch { #expect((try? client.answer())?.status == 200) }
        }
      }
    }
  }

  /// What a turn of the loop logs is more than a pipe takes in one piece, and workers write at the same time.
  @Test func linesOfSeveralWorkersStayApart() throws {
    let server = try ServerProcess(["WORKERS": "4"])
    let reader = server.readLog()
    try ask(server, rounds: 20)
    kill(server.process.processIdentifier, SIGTERM)
    let lines = reader.finish()
    #expect(lines.count > 1000)
    for line in lines { #expect(LogLine(text: line) != nil, "\(line)") }
  }

  /// Every line is in the log, whole, or counted as dropped, where nobody reads the log; and all requests are answered.
  @Test(arguments: ["1", "3"])
  func aFullPipeHoldsUpNobody(_ workers: String) throws {
    let server = try ServerProcess(["WORKERS": workers])
    try ask(server, rounds: 10)
    let dropped = try #require(Client(server).get("/metrics").body.firstMatch(of: /\nlog_dropped_total ([0-9]+)\n/))
    let count = try #require(Int(dropped.1))
    #expect(count > 0 && count < 80 * batch)
    let (status, log) = server.stop()
    #expect(status == 0)
    let lines = log.split(separator: "\n").map { LogLine(text: String($0)) }
    #expect(!lines.contains { $0 == nil })
    #expect(lines.filter { $0?.message == "access" }.count == 80 * batch - count)
  }

  @Test func aReaderThatIsGoneEndsNothing() throws {
    let server = try ServerProcess()
    server.closeLog()
    try ask(server, rounds: 2)
    // A worker counts what it dropped after it has sent its answers, and another one may be asked.
    var isCounted = false
    for _ in 0..<100 where !isCounted {
      isCounted = try Client(server).get("/metrics").body.contains("\nlog_dropped_total \(16 * batch)\n")
      if !isCounted { usleep(20_000) }
    }
    #expect(isCounted)
    kill(server.process.processIdentifier, SIGTERM)
    server.process.waitUntilExit()
    #expect(server.process.terminationReason == .exit && server.process.terminationStatus == 0)
  }

  /// A file takes everything, also what is more than a pipe would.
  @Test func aFileTakesEveryLine() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "model-server-\(UUID().uuidString).log")
    #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try ServerProcess(log: file)
    try ask(server, rounds: 10)
    kill(server.process.processIdentifier, SIGTERM)
    server.process.waitUntilExit()
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { LogLine(text: String($0)) }
    #expect(!lines.contains { $0 == nil })
    #expect(lines.filter { $0?.message == "access" }.count == 80 * batch)
  }
}
