import Foundation
import Testing

private func head(_ target: String, _ fields: String, version: String = "1.1") -> String {
  "POST \(target) HTTP/\(version)\r\nHost: a\r\n\(fields)\r\n\r\n"
}

/// The stages of a connection: expectations, half-close, early answers, many and large messages.
struct WireStreamTests {
  private let server: ServerProcess
  private let wire: Wire

  init() throws {
    server = try ServerProcess()
    wire = try Wire(server)
  }

  // RFC 9110 section 10.1.1.

  @Test func leaveIsGivenBeforeContent() throws {
    for _ in 0..<2 {
      wire.send(WireRow.health + head("/predict", "Expect: 100-continue\r\nContent-Length: \(WireRow.body.utf8.count)"))
      #expect(try wire.answer().status == 200)
      #expect(try wire.answer().status == 100)
      for byte in WireRow.body { wire.send(String(byte)) }
      #expect(try wire.answer().status == 200)
    }
  }

  @Test func leaveIsGivenBeforeChunks() throws {
    wire.send(head("/predict", "Transfer-Encoding: chunked\r\nExpect: 100-continue"))
    #expect(try wire.answer().status == 100)
    wire.send("\(String(WireRow.body.utf8.count, radix: 16))\r\n")
    usleep(2_000)
    wire.send(WireRow.body + "\r\n0\r\n\r\n" + WireRow.health)
    #expect(try wire.answer().status == 200)
    #expect(try wire.answer().status == 200)
  }

  @Test func noLeaveOnceContentComes() throws {
    let fields = "Expect: 100-continue\r\nContent-Length: \(WireRow.body.utf8.count)"
    wire.send(head("/predict", fields) + WireRow.body)
    #expect(try wire.answer().status == 200)
    wire.send(head("/predict", fields) + "{")
    usleep(2_000)
    wire.send(String(WireRow.body.dropFirst()))
    #expect(try wire.answer().status == 200)
  }

  @Test func noLeaveWithVersionOneZero() throws {
    wire.send(head("/predict", "Expect: 100-continue\r\nContent-Length: \(WireRow.body.utf8.count)", version: "1.0"))
    usleep(20_000)
    wire.send(WireRow.body)
    #expect(try wire.answer().status == 200)
    #expect(wire.end() == .closed)
  }

  @Test(arguments: [
    WireRow("an unknown path", "9110 §10.1.1", head("/nope", "Expect: 100-continue\r\nContent-Length: 9"), 404),
    WireRow(
      "chunks for an unknown path", "9110 §10.1.1", head("/nope", "Expect: 100-continue\r\nTransfer-Encoding: chunked"),
      404),
    WireRow("another method", "9110 §10.1.1", head("/health", "Expect: 100-continue\r\nContent-Length: 9"), 405),
    WireRow(
      "too much content", "9110 §10.1.1", head("/predict", "Expect: 100-continue\r\nContent-Length: 9999999"), 413),
    WireRow(
      "another type", "9110 §10.1.1",
      head("/predict", "Content-Type: a/b\r\nExpect: 100-continue\r\nContent-Length: 9"), 415),
    WireRow(
      "another expectation", "9110 §10.1.1", head("/predict", "Expect: 100-continue, x\r\nContent-Length: 9"), 417),
  ])
  func noLeaveForWhatIsRefused(_ row: WireRow) throws {
    wire.send(row.bytes)
    let answer = try wire.answer()
    #expect(answer.status == row.status && answer.closes)
    #expect(wire.end() == .closed)
  }

  // RFC 9112 sections 8 and 9.6.

  @Test(arguments: [
    "", "\r\n", "GE", "GET /health HTTP/1.1", "GET /health HTTP/1.1\r\nHo", "GET /health HTTP/1.1\r\nHost: a\r\n\r",
    head("/predict", "Content-Length: 28"), head("/predict", "Content-Length: 28") + "{",
    head("/predict", "Transfer-Encoding: chunked"), head("/predict", "Transfer-Encoding: chunked") + "1",
    head("/predict", "Transfer-Encoding: chunked") + "1\r\n{\r\n0\r\nA: b\r\n",
  ])
  func nothingIsDoneForHalfARequest(_ start: String) throws {
    wire.send(start)
    wire.finishSending()
    #expect(wire.end() == .closed)
    let another = try Wire(server)
    another.send(WireRow.health + start)
    another.finishSending()
    #expect(try another.answer().status == 200)
    #expect(another.end() == .closed)
  }

  @Test func halfClosedConnectionsGetAllTheirAnswers() throws {
    wire.send(String(repeating: WireRow.health, count: 50))
    wire.finishSending()
    for _ in 0..<50 { #expect(try wire.answer().status == 200) }
    #expect(wire.end() == .closed)
  }

  @Test func halfClosedBehindABadRequest() throws {
    wire.send(WireRow.health + "GET /\r\n\r\n")
    wire.finishSending()
    #expect(try wire.answer().status == 200)
    #expect(try wire.answer().status == 400)
    #expect(wire.end() == .closed)
  }

  /// More than one read takes, and the end of it reported once and long before it is read.
  @Test func halfClosedBehindALargeContent() throws {
    let content = #"{"data":[[5.1,3.5,1.4,0.2]]}"# + String(repeating: " ", count: 1_000_000)
    wire.send(head("/predict", "Content-Length: \(content.utf8.count)") + content + WireRow.health)
    wire.finishSending()
    for _ in 0..<2 { #expect(try wire.answer().status == 200) }
    #expect(wire.end() == .closed)
  }

  @Test func halfClosedInsteadOfContent() throws {
    wire.send(head("/predict", "Expect: 100-continue\r\nContent-Length: 9"))
    #expect(try wire.answer().status == 100)
    wire.finishSending()
    #expect(wire.end() == .closed)
  }

  @Test func halfClosedBeforeAnswersThatAreReadLate() throws {
    let wire = try Wire(server, receiveBuffer: 4096)
    wire.send(String(repeating: "GET /metadata HTTP/1.1\r\nHost: a\r\n\r\n", count: 1_000))
    wire.finishSending()
    usleep(100_000)
    for _ in 0..<1_000 { #expect(try wire.answer().status == 200) }
    #expect(wire.end() == .closed)
  }

  /// No reset eats the answer to a client that goes on sending what is not wanted.
  @Test(
    arguments: [
      ("a length", head("/predict", "Content-Length: 4194304"), 413),
      ("chunks", head("/predict", "Transfer-Encoding: chunked") + "400000\r\n", 413),
      ("an expectation", head("/predict", "Expect: 100-continue\r\nContent-Length: 4194304"), 413),
      ("a bad field", head("/predict", "X : y\r\nContent-Length: 4194304"), 400),
      ("an unknown coding", head("/predict", "Transfer-Encoding: x, chunked"), 501),
    ], [0, 3_000] as [UInt32])
  func anEarlyAnswerIsReadByASenderOfFourMebibytes(_ request: (String, String, Int), pause: UInt32) throws {
    #expect(wire.send(request.1))
    let piece = String(repeating: "x", count: 32 << 10)
    for _ in 0..<128 {
      #expect(wire.send(piece), "\(request.0)")
      if pause > 0 { usleep(pause) }
    }
    let answer = try wire.answer()
    #expect(answer.status == request.2 && answer.closes, "\(request.0)")
    #expect(wire.end() == .closed, "\(request.0)")
  }

  /// A client that did not ask for the close may have its next request on the way.
  @Test func aCloseThatTheClientDidNotAskForIsInStages() throws {
    wire.send("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n")
    usleep(50_000)
    wire.send(WireRow.health)
    usleep(50_000)
    #expect(wire.send(WireRow.health))
    #expect(try wire.answer().status == 501)
    #expect(wire.end() == .closed)
  }

  @Test func anAnswerLargerThanTheSocketsBuffersIsReadSlowly() throws {
    let rows = (0..<10_000).map { "[\(Double($0 % 80) / 10),3.\($0 % 10),1.\($0 % 7),0.2]" }.joined(separator: ",")
    let content = "{\"data\":[\(rows)]}"
    let request = head("/predict", "Content-Length: \(content.utf8.count)") + content
    wire.send(request)
    let expected = try wire.answer().body
    #expect(expected.utf8.count > 400_000)
    let slow = try Wire(server, receiveBuffer: 4096)
    slow.send(request + WireRow.health)
    usleep(50_000)
    #expect(try slow.answer(pause: 200).body == expected)
    #expect(try slow.answer().body == #"{"health":"ok"}"#)
  }

  @Test func aHundredRequestsInOneSegment() throws {
    wire.send(String(repeating: WireRow.health, count: 100))
    for _ in 0..<100 { #expect(try wire.answer().body == #"{"health":"ok"}"#) }
  }

  @Test func oneRequestInAHundredSegments() throws {
    let request = Array((head("/predict", "X: y\r\nContent-Length: \(WireRow.body.utf8.count)") + WireRow.body).utf8)
    for segment in 0..<100 {
      let piece = request[(segment * request.count / 100)..<((segment + 1) * request.count / 100)]
      wire.send(String(decoding: piece, as: UTF8.self))
      usleep(500)
    }
    #expect(try wire.answer().status == 200)
  }
}
