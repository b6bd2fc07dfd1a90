import Bytes
import EventLoop
import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// What a connection has sent by the end, and in which state it is.
struct Conversation: Equatable {
  var output = ""
  var state = StreamState.idle
}

struct HTTPServiceTests {
  /// Feeds pieces to a connection as a worker does: what is left of the input comes again with the next piece.
  private func converse<Model: CompiledModel>(
    _ model: Model.Type, _ pieces: [some Collection<UInt8>], _ lifecycle: Lifecycle = .serving,
    outputLimit: Int = 1 << 20
  ) -> Conversation {
    var service = HTTPService<Model>.sample(outputLimit: outputLimit)
    var stream = service.open()
    var input = ByteBuffer()
    var output = ByteBuffer()
    var conversation = Conversation()
    for piece in pieces {
      for byte in piece { input.append(byte) }
      if input.isEmpty { continue }
      conversation.state = service.receive(&input, &output, &stream, lifecycle: lifecycle)
      while conversation.state == .outputFull {
        conversation.state = service.receive(&input, &output, &stream, lifecycle: lifecycle)
        if output.count >= outputLimit { take(&output, into: &conversation) }
      }
      take(&output, into: &conversation)
      if conversation.state == .closing || conversation.state == .finished { break }
    }
    return conversation
  }

  private func take(_ output: inout ByteBuffer, into conversation: inout Conversation) {
    conversation.output += String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
    output.removeAll()
  }

  private func post(_ body: String, _ target: String = "/predict") -> String {
    "POST \(target) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private func body<Model: CompiledModel>(_ model: Model.Type, _ request: String) -> String {
    let conversation = converse(model, [Array(request.utf8)])
    return conversation.output.components(separatedBy: "\r\n\r\n").last ?? ""
  }

  @Test func aPredictionThatIsNotFiniteIsNamed() {
    #expect(body(SumAndQuotient.self, post(#"{"data":[[4,2]]}"#)) == #"{"prediction":[6.0,2.0]}"#)
    let expected =
      #"{"detail":[{"loc":["body","data",1],"msg":"the prediction for this row is not finite","type":"finite_number"}]}"#
    #expect(body(SumAndQuotient.self, post(#"{"data":[[4,2],[1,0]]}"#)) == expected)
  }

  @Test func theLabelIsTheArgmaxUnlessTheGraphIsAsked() {
    let quotientWins = #"{"data":[[1,0.25],[4,2]]}"#
    #expect(body(SumAndQuotient.self, post(quotientWins, "/predict/label")) == #"{"prediction":["quotient","sum"]}"#)
    #expect(
      body(SumAndQuotient.self, post(quotientWins, "/predict/label?from=graph")) == #"{"prediction":["sum","sum"]}"#)
  }

  @Test(arguments: ["/label", "/predict/test/label"])
  func aModelWithoutLabelsHasNoLabelRoutes(_ path: String) {
    #expect(body(Doubled.self, "GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") == #"{"detail":"Not Found"}"#)
    #expect(body(Doubled.self, post(#"{"data":[[1]]}"#, "/predict/label")) == #"{"detail":"Not Found"}"#)
    #expect(body(Doubled.self, post(#"{"data":[[1.5]]}"#)) == #"{"prediction":[3.0]}"#)
  }

  @Test func aStoppingServerClosesAfterTheAnswer() {
    let conversation = converse(Doubled.self, [Array(post(#"{"data":[[1]]}"#).utf8)], .draining)
    #expect(conversation.output.contains("Connection: close\r\n"))
    #expect(conversation.state == .closing)
  }

  @Test func nothingIsReadBehindTheLastRequest() {
    let last = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    #expect(converse(Doubled.self, [Array(last.utf8)]).state == .finished)
    #expect(converse(Doubled.self, [Array((last + last).utf8)]).state == .closing)
  }

  /// However a conversation is cut into arrivals, the server says the same.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func arrivalsDoNotMatter(seed: UInt64) {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let requests = [
      post(#"{"data":[[1.5,2.5]]}"#), post("no JSON"), post(#"{"data":[[1]]}"#), post("{}", "/nope"),
      "GET /health HTTP/1.1\r\nHost: a\r\n\r\n", "HEAD /label HTTP/1.1\r\nHost: a\r\n\r\n",
      "POST /predict HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"data\"\r\n9;x\r\n:[[1,2]]}\r\n0\r\nA: b\r\n\r\n",
      "GET /bad HTTP/1.1\r\n\r\n",
    ]
    let bytes = Array((0..<12).map { _ in requests[next(next(6) == 0 ? 8 : 7)] }.joined().utf8)
    let whole = converse(SumAndQuotient.self, [bytes])
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + next(next(3) == 0 ? 200 : 9))
      pieces.append(bytes[start..<end])
      start = end
    }
    let split = converse(SumAndQuotient.self, pieces)
    #expect(withoutDates(split.output) == withoutDates(whole.output), "seed \(seed)")
    #expect(split.state == whole.state, "seed \(seed)")
    let narrow = converse(SumAndQuotient.self, [bytes], outputLimit: 100)
    #expect(withoutDates(narrow.output) == withoutDates(whole.output), "seed \(seed)")
  }

  private func withoutDates(_ text: String) -> String {
    text.components(separatedBy: "\r\n").filter { !$0.hasPrefix("Date:") }.joined(separator: "\n")
  }
}
