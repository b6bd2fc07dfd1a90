import Inference

/// The request for inference as a whole. `depth` is that of `skipValue`: the objects and arrays around a value.
extension JSONReader {
  mutating func request<Element: RowElement>(_ scan: inout InferenceScan, into values: inout MutableSpan<Element>)
    throws(SyntaxError)
  {
    skipWhitespace()
    if byte == UInt8(ascii: "{") {
      try members(&scan, into: &values)
    } else {
      try skipValue(depth: 0)
      scan.fail(.wrongKind(InferencePlace(.request), .object))
    }
    skipWhitespace()
    guard position == bytes.count else { throw failure(.expectedEnd) }
  }

  private mutating func members<Element: RowElement>(
    _ scan: inout InferenceScan, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) {
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      if text(at: key, equals: "inputs") {
        try inputs(&scan, into: &values)
      } else if text(at: key, equals: "outputs") {
        try outputs(&scan)
      } else if text(at: key, equals: "id") {
        scan.request.id = try string(InferencePlace(.request, .id), depth: 1, &scan)
      } else if text(at: key, equals: "parameters") {
        try parameters(of: .request, depth: 1, &scan)
      } else {
        try skipValue(depth: 1)
      }
    }
  }

  /// Moves over a value that is to be of a kind; whether it begins like one. Null is as good as no value where one is optional.
  @inline(never)
  mutating func begins(
    _ first: Unicode.Scalar, _ place: InferencePlace, _ kind: InferenceError.Kind, depth: Int, isOptional: Bool = false,
    _ scan: inout InferenceScan
  ) throws(SyntaxError) -> Bool {
    scan.note(place)
    if byte == UInt8(ascii: first) { return true }
    let isNull = byte == UInt8(ascii: "n")
    try skipValue(depth: depth)
    if !(isNull && isOptional) { scan.fail(.wrongKind(place, kind)) }
    return false
  }

  // Moves over an optional string; where it stands, quotes included.
  private mutating func string(
    _ place: InferencePlace, depth: Int, _ scan: inout InferenceScan
  ) throws(SyntaxError) -> Range<Int>? {
    guard try begins("\"", place, .string, depth: depth, isOptional: true, &scan) else { return nil }
    let start = position
    try skipString()
    return start..<position
  }

  /// Moves over a name; where it stands without its quotes.
  mutating func name(
    _ place: InferencePlace, depth: Int, _ scan: inout InferenceScan
  ) throws(SyntaxError) -> Range<Int>? {
    guard try begins("\"", place, .string, depth: depth, &scan) else { return nil }
    let start = position + 1
    try skipString()
    return start..<position - 1
  }
}
