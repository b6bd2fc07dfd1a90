import HTTP

// What becomes of a request does not depend on how its bytes arrive, nor on what follows it.
func check(_ input: [UInt8]) {
  for limits in [RequestLimits(), narrow] {
    let whole = parse([input], limits: limits)
    for pieces in [input.halves, input.pieces] where !pieces.isEmpty {
      let outcome = parse(pieces, limits: limits)
      precondition(outcome == whole, "\(outcome) from pieces \(pieces.map(\.count)), \(whole) from the whole")
    }
    guard whole.result == .complete else { continue }
    precondition(whole.consumed <= input.count, "\(whole.consumed) of \(input.count) bytes")
    precondition(parse([input[..<whole.consumed]], limits: limits) == whole, "what follows matters")
    precondition(
      parse([input[..<(whole.consumed - 1)]], limits: limits).result == .partial, "the last byte does not matter")
  }
}

// Limits within the reach of short inputs.
private let narrow: RequestLimits = {
  var limits = RequestLimits()
  limits.requestLine = 32
  limits.fields = 80
  limits.fieldCount = 4
  limits.content = 24
  limits.chunkOverhead = 24
  return limits
}()
