import Foundation
import Testing

/// How connections are kept, shared and ended.
struct ConnectionTests {
  private let server: ServerProcess
  private let client: Client
  private let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#

  init() throws {
    server = try ServerProcess()
    client = try Client(server)
  }

  private var request: String {
    "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test func pipelinedAnswersComeInOrder() throws {
    client.send(String(repeating: request + "GET /label HTTP/1.1\r\nHost: a\r\n\r\n", count: 200))
    let expected = try Client(server).post("/predict", body).body
    for _ in 0..<200 {
      #expect(try client.answer().body == expected)
      #expect(try client.answer().body.hasPrefix(#"{"0""#))
    }
  }

  @Test func answersBeforeABadRequestAreSent() throws {
    client.send(request + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n" + "GET /bad\r\n\r\n" + request)
    #expect(try client.answer().status == 200)
    #expect(try client.answer().body == #"{"health":"ok"}"#)
    #expect(try client.answer().status == 400)
    #expect(client.isClosed())
  }

  @Test func everySplitGivesTheSameAnswer() throws {
    let bytes = Array(request.utf8)
    client.send(bytes)
    let whole = try client.answer()
    for place in stride(from: 1, to: bytes.count, by: 7) {
      client.send(Array(bytes[..<place]))
      usleep(1_000)
      client.send(Array(bytes[place...]))
      let answer = try client.answer()
      #expect(answer.body == whole.body && answer.status == 200, "split at \(place)")
    }
  }

  @Test func byteByByte() throws {
    for byte in request.utf8 {
      client.send([byte])
      usleep(200)
    }
    #expect(try client.answer().status == 200)
  }

  @Test func chunkedContent() throws {
    let expected = try client.post("/predict", body).body
    let chunks = body.utf8.map { "1\r\n\(Character(UnicodeScalar($0)))\r\n" }.joined()
    client.send("POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunks)0\r\n\r\n")
    #expect(try client.answer().body == expected)
    #expect(try client.get("/health").status == 200)
  }

  @Test func leaveToContinue() throws {
    client.send(
      "POST /predict HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n\r\n")
    #expect(try client.answer().status == 100)
    client.send(body)
    #expect(try client.answer().status == 200)
  }

  @Test func noLeaveForWhatIsRefused() throws {
    client.send("POST /nope HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n")
    #expect(try client.answer().status == 404)
    #expect(client.isClosed())
  }

  @Test func contentAtTheLimitIsTakenAndPastItRefused() throws {
    let padding = String(repeating: " ", count: (1 << 20) - body.utf8.count)
    #expect(try client.post("/predict", body + padding).status == 200)
    client.send("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: \((1 << 20) + 1)\r\n\r\n" + body)
    #expect(try client.answer().status == 413)
    #expect(client.isClosed())
  }

  @Test func tenThousandRows() throws {
    let rows = (0..<10_000).map { "[\(Double($0 % 80) / 10),3.\($0 % 10),1.\($0 % 7),0.2]" }
    let answer = try client.post("/predict/label", "{\"data\":[\(rows.joined(separator: ","))]}")
    #expect(answer.status == 200)
    let labels = try #require(
      JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: [String]])["prediction"]
    #expect(labels?.count == 10_000)
  }

  @Test func aClientThatStopsSendingStillGetsItsAnswer() throws {
    client.send(request)
    client.finishSending()
    #expect(try client.answer().status == 200)
    #expect(client.isClosed())
  }

  @Test func closesWhenAsked() throws {
    client.request("GET", "/health", fields: "Connection: close\r\n")
    #expect(try client.answer().fields["connection"] == "close")
    #expect(client.isClosed())
  }

  @Test func versionOneZeroClosesUnlessAskedNotTo() throws {
    client.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    #expect(try client.answer().fields["connection"] == "keep-alive")
    client.send("GET /health HTTP/1.0\r\n\r\n")
    #expect(try client.answer().status == 200)
    #expect(client.isClosed())
  }

  /// Answers that nobody reads stop the reading of requests, and nothing is lost when they are read at last.
  @Test func aReaderThatStandsStillLosesNothing() throws {
    let count = 20_000
    let sender = Thread { [client] in
      client.send(String(repeating: "GET /metadata HTTP/1.1\r\nHost: a\r\n\r\n", count: count))
    }
    sender.start()
    usleep(300_000)
    for _ in 0..<count { #expect(try client.answer().status == 200) }
  }

  @Test func memoryStaysFlat() throws {
    let rounds = Int(ProcessInfo.processInfo.environment["REQUESTS"] ?? "") ?? 20_000
    func send(_ requests: Int) throws {
      let batch = String(repeating: request, count: 100)
      for _ in 0..<(requests / 100) {
        client.send(batch)
        for _ in 0..<100 { #expect(try client.answer().status == 200) }
      }
    }
    try send(max(rounds / 10, 1_000))
    let before = server.residentMemory
    try send(rounds)
    #expect(server.residentMemory <= before + 64, "KiB resident; \(before) before")
  }
}

extension Client: @unchecked Sendable {}
