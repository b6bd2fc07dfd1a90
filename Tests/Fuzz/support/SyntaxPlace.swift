@testable import JSON

/// Checks the place of a syntax error: up to it there is nothing wrong but the end, and what follows it does not matter.
///
/// - Parameter read: The syntax error that the reader finds in other bytes, nil where it finds none.
func checkPlace(_ error: SyntaxError, in input: [UInt8], _ read: ([UInt8]) -> SyntaxError?) {
  let (reason, offset) = (error.reason, error.offset)
  precondition(offset <= input.count && (reason == .unexpectedEnd) == (offset == input.count), "\(error)")
  if let early = read(Array(input[..<offset])) {
    precondition(early == SyntaxError(reason: .unexpectedEnd, offset: offset), "\(early) before \(error)")
  }
  if offset < input.count {
    let least = read(Array(input[...offset]))
    precondition(least == error, "\(least as Any) without what follows \(error)")
  }
}
