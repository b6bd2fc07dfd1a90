import Inference

@testable import JSON

// The reader of inference requests agrees with a plain one, writes no more floats than it says, and names the first byte
// that is wrong. What stands behind the first byte 0xFF, which no UTF-8 has, is the data behind the JSON text.
func check(_ input: [UInt8]) {
  let separator = input.firstIndex(of: 0xFF)
  let body = Array(input[..<(separator ?? input.count)] + input[(separator.map { $0 + 1 } ?? input.count)...])
  for signature in [
    TensorSignature.of("X", columns: 1, scores: "P", label: "L"),
    TensorSignature.of("X", columns: 2, scores: "P", label: ""),
    TensorSignature.of(
      [GraphTensor(name: "X", elements: 0..<2), GraphTensor(name: "Y", elements: 2..<3)],
      [GraphTensor(name: "P", elements: 0..<1), GraphTensor(name: "Q", elements: 1..<2)], label: "L"),
  ] {
    let read = ReadRequest(body, jsonLength: separator, signature)
    let again = ReadRequest(body, jsonLength: separator, signature, spare: 16)
    precondition(again.isSame(as: read), "\(again) with more room than for \(read)")
    let expected = try? ReferenceInference(body, jsonLength: separator, signature)
    precondition(expected?.agrees(with: read) ?? (read.reason != nil), "\(read), expected \(expected as Any)")
    if let reason = read.reason { check(reason, body, separator ?? body.count, signature) }
  }
}

private func check(_ reason: InferenceError, _ body: [UInt8], _ length: Int, _ signature: TensorSignature) {
  let text = Array(body[..<length])
  if let error = reason.syntaxError {
    checkPlace(error, in: text) { ReadRequest($0, jsonLength: nil, signature).reason?.syntaxError }
  } else {
    precondition((try? ReferenceJSON.parse(text)) != nil, "\(reason) where there is no JSON")
  }
  // What a client is told is JSON itself.
  let told = written { reason.write(signature, to: &$0) }
  let json = written { JSONString.write(Array(told.utf8).span, to: &$0) }
  guard case .string(let bytes)? = try? ReferenceJSON.parse(Array(json.utf8)) else { preconditionFailure(json) }
  precondition(bytes == Array(told.utf8), json)
}

extension InferenceError {
  fileprivate var syntaxError: SyntaxError? {
    if case .syntax(let reason, let offset) = self { SyntaxError(reason: reason, offset: offset) } else { nil }
  }
}

extension ReadRequest {
  // Bit for bit, as negative zero equals zero.
  fileprivate func isSame(as other: ReadRequest) -> Bool {
    self == other && rows.joined().map(\.bitPattern) == other.rows.joined().map(\.bitPattern)
  }
}
