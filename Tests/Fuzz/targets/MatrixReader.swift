@testable import JSON

// The reader agrees with a plain recursive one, and names the first byte that is wrong.
func check(_ input: [UInt8]) {
  for columns in 1...3 {
    let outcome = read(input, columns: columns)
    let expected = ReferenceJSON.outcome(of: input, columns: columns)
    switch outcome {
    case .failure(.syntax(let reason, let offset)):
      precondition(expected == nil, "\(reason) at byte \(offset), but \(expected!)")
      checkPlace(SyntaxError(reason: reason, offset: offset), in: input) { other in
        guard case .failure(.syntax(let reason, let offset)) = read(other, columns: columns) else { return nil }
        return SyntaxError(reason: reason, offset: offset)
      }
    case .rows(let rows):
      precondition(rows.count * columns <= MatrixReader.capacity(forBodyOf: input.count), "\(rows.count) rows")
      fallthrough
    case .failure: precondition(outcome == expected, "\(outcome), expected \(expected as Any)")
    }
    if case .failure(let error) = outcome { checkDetail(error, columns) }
  }
}

// What a client is told is JSON itself.
private func checkDetail(_ error: MatrixError, _ columns: Int) {
  let text = written { error.writeDetail(columns: columns, to: &$0) }
  precondition((try? ReferenceJSON.parse(Array(text.utf8))) != nil, text)
}
