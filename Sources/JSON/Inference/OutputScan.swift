import Inference

extension JSONReader {
  /// Moves over the value of `outputs`, the outputs that are asked for.
  mutating func outputs(_ scan: inout InferenceScan) throws(SyntaxError) {
    guard try begins("[", InferencePlace(.request, .outputs), .list, depth: 1, isOptional: true, &scan) else { return }
    var index = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      if byte == UInt8(ascii: "{") {
        scan.beginPart()
        try output(index, &scan)
      } else {
        try skipValue(depth: 2)
        scan.fail(.wrongKind(InferencePlace(.output(index)), .object))
      }
      index += 1
    }
  }

  private mutating func output(_ index: Int, _ scan: inout InferenceScan) throws(SyntaxError) {
    var output = InferenceRequest.Output(tensor: .scores(0))
    var hasName = false
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      if text(at: key, equals: "name") {
        hasName = true
        guard let name = try name(InferencePlace(.output(index), .name), depth: 3, &scan) else { continue }
        if let index = numbers(at: name, scan.signature) {
          output.tensor = .scores(index)
        } else if scan.signature.label.utf8CodeUnitCount > 0, text(at: name, equals: scan.signature.label) {
          output.tensor = .label
        } else {
          scan.fail(.unknownOutput(index))
        }
      } else if text(at: key, equals: "parameters") {
        try parameters(of: .output(index), depth: 3, &scan)
      } else {
        try skipValue(depth: 3)
      }
    }
    if !hasName { scan.fail(.missing(InferencePlace(.output(index), .name))) }
    scan.append(output, at: index)
  }

  // Which output of numbers is named.
  private func numbers(at name: Range<Int>, _ signature: TensorSignature) -> Int? {
    for index in 0..<signature.outputCount where text(at: name, equals: signature.output(index).name) { return index }
    return nil
  }
}
