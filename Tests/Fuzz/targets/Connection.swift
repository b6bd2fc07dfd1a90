import Bytes
import HTTP

@testable import EventLoop
@testable import ModelServer

// What a connection answers does not depend on how its bytes arrive, and is a sequence of answers.
func check(_ input: [UInt8]) {
  for lifecycle in [Lifecycle.serving, .draining] {
    let whole = converse([input[...]], lifecycle)
    checkAnswers(whole)
    for (pieces, outputLimit) in [(input.halves, 1 << 20), (input.pieces, 1 << 20), ([input[...]], 100)] {
      let conversation = converse(pieces, lifecycle, outputLimit: outputLimit)
      if conversation == whole || whole.hasFigures { continue }
      checkAnswers(conversation)
      precondition(
        expectsContinue(input) && conversation.isBeginning(of: whole),
        "\(conversation) from pieces \(pieces.map(\.count)), \(whole) from the whole")
    }
  }
}

// Whether the input may ask for leave to send content, which is given or refused before the content has come.
private func expectsContinue(_ input: [UInt8]) -> Bool {
  String(decoding: input, as: Unicode.ASCII.self).lowercased().contains("expect")
}

private struct Conversation: Equatable, CustomStringConvertible {
  var output: [UInt8] = []
  var isOver = false
  var state = StreamState.idle
  // Whether figures that tell of times are in it.
  var hasFigures = false

  // What a connection does that is over depends on whether more has come already.
  static func == (a: Conversation, b: Conversation) -> Bool {
    a.output == b.output && (a.state == b.state || a.isOver && b.isOver)
  }

  // Whether leave and its refusal, which may end this conversation, are all that tells it from another.
  func isBeginning(of other: Conversation) -> Bool {
    let answers = (Answer.sequence(output) ?? []).filter { $0.status != 100 }
    let others = Answer.sequence(other.output) ?? []
    return answers == others || isOver && others.starts(with: answers.dropLast())
  }

  var description: String { "\(state) after \(String(decoding: output, as: UTF8.self).debugDescription)" }
}

// Feeds pieces to a connection as a worker does: what is left of the input comes again with the next piece.
private func converse(
  _ pieces: [ArraySlice<UInt8>], _ lifecycle: Lifecycle, outputLimit: Int = 1 << 20
) -> Conversation {
  var service = HTTPService<SumAndQuotient>.sample(
    outputLimit: outputLimit, logger: Logger(level: .debug, format: .json))
  service.beginTurn(Clock(nanoseconds: 0, unix: 0))
  var stream = service.open()
  var input = ByteBuffer()
  var output = ByteBuffer()
  var conversation = Conversation()
  for piece in pieces where !piece.isEmpty && !conversation.isOver {
    input.append(piece.span)
    repeat {
      conversation.state = service.receive(&input, &output, &stream, lifecycle: lifecycle)
      conversation.output += output.bytes.indices.map { output.bytes[$0] }
      output.removeAll()
    } while conversation.state == .outputFull
    conversation.isOver = conversation.state == .closing || conversation.state == .finished
  }
  conversation.hasFigures = [Route.metrics, .statistics, .modelStatistics].contains { route in
    [Method.get, .head].contains { method in
      service.counters.sum(CounterLayout.requests(HandlerLabel(route), MethodLabel(method), StatusLabel(.ok))) > 0
    }
  }
  return conversation
}

private func checkAnswers(_ conversation: Conversation) {
  guard let answers = Answer.sequence(conversation.output) else { preconditionFailure(conversation.description) }
  for answer in answers where answer.status != 100 {
    if answer.fields.contains("Content-Type: application/json"), !answer.content.isEmpty {
      precondition((try? ReferenceJSON.parse(answer.content)) != nil, conversation.description)
    }
    precondition(answer.fields.contains("Date: Thu, 01 Jan 1970 00:00:00 GMT"), conversation.description)
  }
  // The last answer, and no other, says that the connection ends.
  let last = answers.firstIndex { $0.fields.contains("Connection: close") }
  precondition(last == (conversation.isOver ? answers.count - 1 : nil), conversation.description)
}
