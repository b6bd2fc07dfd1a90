extension JSONReader {
  /// Moves over the value of `parameters` and keeps those that are known there.
  mutating func parameters(
    of owner: InferencePlace.Owner, depth: Int, _ scan: inout InferenceScan
  ) throws(SyntaxError) {
    let place = InferencePlace(owner, .parameters)
    guard try begins("{", place, .object, depth: depth, isOptional: true, &scan) else { return }
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      switch owner {
      case .request where text(at: key, equals: "binary_data_output"):
        let place = InferencePlace(owner, .binaryDataOutput)
        scan.answersBinary = try boolean(place, depth: depth + 1, &scan) ?? false
      case .input where text(at: key, equals: "binary_data_size"):
        scan.tensors[scan.number].binarySize = try count(
          InferencePlace(owner, .binaryDataSize), depth: depth + 1, &scan)
      case .output where text(at: key, equals: "binary_data"):
        scan.isBinary = try boolean(InferencePlace(owner, .binaryData), depth: depth + 1, &scan)
      case .output where text(at: key, equals: "classification"):
        scan.classification = try count(InferencePlace(owner, .classification), depth: depth + 1, &scan)
      default: try skipValue(depth: depth + 1)
      }
    }
  }

  private mutating func boolean(
    _ place: InferencePlace, depth: Int, _ scan: inout InferenceScan
  ) throws(SyntaxError) -> Bool? {
    scan.note(place)
    let first = byte
    try skipValue(depth: depth)
    switch first {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default:
      scan.fail(.wrongKind(place, .boolean))
      return nil
    }
  }

  private mutating func count(
    _ place: InferencePlace, depth: Int, _ scan: inout InferenceScan
  ) throws(SyntaxError) -> Int? {
    scan.note(place)
    if let value = try integer(depth: depth), value > 0 { return value }
    scan.fail(.wrongKind(place, .count))
    return nil
  }
}
