@testable import JSON

// The reader agrees with a plain recursive one, and names the first byte that is wrong.
func check(_ input: [UInt8]) {
  for columns in 1...3 {
    let outcome = read(input, columns: columns)
    let expected = ReferenceJSON.outcome(of: input, columns: columns)
    switch outcome {
    case .failure(.syntax(let reason, let offset)):
      precondition(expected == nil, "\(reason) at byte \(offset), but \(expected!)")
      checkPlace(reason, offset, input, columns)
    case .rows(let rows):
      precondition(rows.count * columns <= MatrixReader.capacity(forBodyOf: input.count), "\(rows.count) rows")
      fallthrough
    case .failure: precondition(outcome == expected, "\(outcome), expected \(expected as Any)")
    }
    if case .failure(let error) = outcome { checkDetail(error, columns) }
  }
}

// Up to the place there is nothing wrong but the end, and what follows it does not matter.
private func checkPlace(_ reason: SyntaxReason, _ offset: Int, _ input: [UInt8], _ columns: Int) {
  precondition(offset <= input.count && (reason == .unexpectedEnd) == (offset == input.count), "\(reason) at \(offset)")
  if case .failure(.syntax(let early, let end)) = read(Array(input[..<offset]), columns: columns) {
    precondition(early == .unexpectedEnd && end == offset, "\(early) at \(end) before \(reason) at \(offset)")
  }
  if offset < input.count {
    let least = read(Array(input[...offset]), columns: columns)
    precondition(least == .failure(.syntax(reason, offset: offset)), "\(least) without what follows byte \(offset)")
  }
}

// What a client is told is JSON itself.
private func checkDetail(_ error: MatrixError, _ columns: Int) {
  let text = written { error.writeDetail(columns: columns, to: &$0) }
  precondition((try? ReferenceJSON.parse(Array(text.utf8))) != nil, text)
}
