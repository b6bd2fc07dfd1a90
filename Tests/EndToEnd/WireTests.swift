import Foundation
import Testing

/// HTTP/1.1 over real sockets, by a strict reading of RFC 9110 and RFC 9112.
struct WireTests {
  private let server: ServerProcess
  private let wire: Wire

  init() throws {
    server = try ServerProcess()
    wire = try Wire(server)
  }

  /// RFC 9112 section 9.3.2: the answers before come in order; nothing behind is answered, and the close resets nothing.
  @Test(arguments: WireRow.badRequests)
  func aBadRequestEndsThePipeline(_ row: WireRow) throws {
    wire.send(WireRow.post("/predict/label") + WireRow.health + row.bytes + WireRow.health + WireRow.post("/predict"))
    #expect(try wire.answer().body == #"{"prediction":"setosa"}"#)
    let second = try wire.answer()
    #expect(second.status == 200 && !second.closes)
    let last = try wire.answer()
    #expect(last.status == row.status && last.closes)
    #expect(last.body.hasPrefix(#"{"detail":""#))
    #expect(wire.end() == .closed)
  }

  /// A refused request whose end is known leaves the connection in step.
  @Test(arguments: WireRow.refusals)
  func aRefusedRequestLeavesTheConnectionInStep(_ row: WireRow) throws {
    wire.send(row.bytes + WireRow.health)
    for _ in 0..<2 {
      let answer = try wire.answer()
      #expect(answer.status == row.status && !answer.closes)
      #expect(answer.body.hasPrefix(#"{"detail":"#))
      #expect((answer.fields["allow"] != nil) == (row.status == 405))
      #expect(try wire.answer().body == #"{"health":"ok"}"#)
      // The second time in two arrivals.
      wire.send(row.bytes)
      usleep(2_000)
      wire.send(WireRow.health)
    }
    wire.finishSending()
    #expect(try wire.answer().status == row.status)
    #expect(try wire.answer().status == 200)
    #expect(wire.end() == .closed)
  }

  @Test(arguments: WireRow.accepted)
  func answersAndStays(_ row: WireRow) throws {
    for _ in 0..<2 {
      wire.send(row.bytes + WireRow.health)
      let answer = try wire.answer()
      #expect(answer.status == row.status && !answer.closes)
      #expect(try wire.answer().body == #"{"health":"ok"}"#)
    }
  }

  @Test(arguments: [
    WireRow("close", "9112 §9.6", "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 200),
    WireRow("close in a list", "9112 §9.6", "GET /health HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", 200),
    WireRow("HTTP/1.0", "9112 §9.3", "GET /health HTTP/1.0\r\n\r\n", 200),
    WireRow("HTTP/1.0 with close", "9112 §9.3", "GET /health HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", 200),
    WireRow(
      "HTTP/1.0 with content", "9112 §9.3", "POST /predict HTTP/1.0\r\nContent-Length: 28\r\n\r\n" + WireRow.body, 200),
    WireRow(
      "HTTP/1.0 that is refused", "9112 §9.3", "POST /nope HTTP/1.0\r\nContent-Length: 28\r\n\r\n" + WireRow.body, 404),
    WireRow("close with a refusal", "9112 §9.6", WireRow.post("/nope", "Connection: close\r\n"), 404),
  ])
  func answersAndCloses(_ row: WireRow) throws {
    wire.send(row.bytes)
    let answer = try wire.answer()
    #expect(answer.status == row.status && answer.closes)
    #expect(wire.end() == .closed)
    let another = try Wire(server)
    another.send(row.bytes + WireRow.health)
    #expect(try another.answer().closes)
    #expect(another.end() == .closed, "what follows a close is not answered")
  }

  @Test func versionOneZeroIsToldThatTheConnectionStays() throws {
    wire.send("GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
    #expect(try wire.answer().fields["connection"] == "keep-alive")
    wire.send(WireRow.health)
    #expect(try wire.answer().fields["connection"] == nil)
  }
}
