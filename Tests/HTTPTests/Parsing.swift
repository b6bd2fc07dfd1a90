import Bytes

@testable import HTTP

/// What a parser made of some bytes, in a form that can be compared.
struct Outcome: Equatable, CustomStringConvertible {
  var result: ParseResult
  var consumed = 0
  var method: Method?
  var target = ""
  var body = ""
  var keepsAlive = false
  var content = RequestHead.Content.unstated
  var expectsContinue = false
  var jsonLength: Int?
  var requestID = ""
  var traceParent = ""

  var description: String {
    switch result {
    case .partial: "partial"
    case .invalid(let error): "\(error) (\(error.status.rawValue))"
    case .complete:
      """
      \(method!) \(target) body '\(body)' consumed \(consumed) keepsAlive \(keepsAlive) \(content) \(expectsContinue) \
      JSON \(jsonLength, default: "nil")
      """
    }
  }
}

/// Feeds a request to a parser in the given pieces, as a connection does.
func parse(_ pieces: [some Collection<UInt8>], limits: RequestLimits = RequestLimits()) -> Outcome {
  var known = KnownHead()
  return parse(pieces, limits: limits, known: &known)
}

/// The same on a connection whose last request may have had the same head; that of this one is known afterwards.
func parse(
  _ pieces: [some Collection<UInt8>], limits: RequestLimits = RequestLimits(), known: inout KnownHead
) -> Outcome {
  var buffer = ByteBuffer()
  var parser = RequestParser()
  var result = ParseResult.partial
  for piece in pieces {
    for byte in piece { buffer.append(byte) }
    if parser.isNew { _ = known.recall(buffer.bytes, into: &parser) }
    var bytes = buffer.mutableBytes
    result = parser.parse(&bytes, limits: limits)
    if result != .partial { break }
  }
  var outcome = Outcome(result: result)
  if result == .complete {
    known.remember(buffer.bytes, parser)
    outcome.consumed = parser.consumed
    outcome.method = parser.head.method
    outcome.target = text(buffer.bytes.extracting(parser.head.target))
    outcome.body = text(buffer.bytes.extracting(parser.body))
    outcome.keepsAlive = parser.head.keepsAlive
    outcome.content = parser.head.content
    outcome.expectsContinue = parser.head.expectsContinue
    outcome.jsonLength = parser.head.jsonLength
    outcome.requestID = text(buffer.bytes.extracting(parser.head.requestID))
    outcome.traceParent = text(buffer.bytes.extracting(parser.head.traceParent))
  }
  return outcome
}

/// Feeds a connection's bytes to one parser after another, up to the first request that is not complete.
func parseAll(_ bytes: [UInt8]) -> [Outcome] {
  var outcomes: [Outcome] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    let outcome = parse([rest])
    outcomes.append(outcome)
    if outcome.result != .complete { break }
    rest = rest.dropFirst(outcome.consumed)
  }
  return outcomes
}

func parse(_ request: String, limits: RequestLimits = RequestLimits()) -> Outcome {
  parse([Array(request.utf8)], limits: limits)
}

func text(_ bytes: Span<UInt8>) -> String {
  String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
}
