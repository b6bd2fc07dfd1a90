extension JSONReader {
  /// Moves over the value of `inputs`. The model takes one; others are counted.
  mutating func inputs(_ scan: inout InferenceScan, into values: inout MutableSpan<Float>) throws(SyntaxError) {
    guard try begins("[", InferencePlace(.request, .inputs), .list, depth: 1, &scan) else { return }
    var count = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      if count > 0 {
        try skipValue(depth: 2)
      } else if byte == UInt8(ascii: "{") {
        scan.beginPart()
        try input(&scan, into: &values)
      } else {
        try skipValue(depth: 2)
        scan.fail(.wrongKind(InferencePlace(.input(0)), .object))
      }
      count += 1
    }
    scan.inputCount = count
  }

  private mutating func input(_ scan: inout InferenceScan, into values: inout MutableSpan<Float>) throws(SyntaxError) {
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      if text(at: key, equals: "name") {
        if let name = try name(InferencePlace(.input(0), .name), depth: 3, &scan) {
          scan.input.hasName = text(at: name, equals: scan.signature.input)
        }
      } else if text(at: key, equals: "datatype") {
        if let name = try name(InferencePlace(.input(0), .datatype), depth: 3, &scan) {
          scan.input.hasDatatype = text(at: name, equals: "FP32")
        }
      } else if text(at: key, equals: "shape") {
        try shape(&scan)
      } else if text(at: key, equals: "data") {
        guard try begins("[", InferencePlace(.input(0), .data), .list, depth: 3, &scan) else { continue }
        scan.input.data = try tensorData(&scan, into: &values)
      } else if text(at: key, equals: "parameters") {
        try parameters(of: .input(0), depth: 3, &scan)
      } else {
        try skipValue(depth: 3)
      }
    }
  }

  private mutating func shape(_ scan: inout InferenceScan) throws(SyntaxError) {
    guard try begins("[", InferencePlace(.input(0), .shape), .list, depth: 3, &scan) else { return }
    scan.input.hasShape = true
    var dimensions = (rows: 0, columns: 0)
    var count = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      // What is no count of rows or columns is no shape of the model's.
      let dimension = try integer(depth: 4) ?? 0
      if count == 0 { dimensions.rows = dimension } else { dimensions.columns = dimension }
      count += 1
    }
    scan.input.shape = count == 2 ? dimensions : nil
  }

  /// Moves over a value; the integer that it is, `3.0` and `3e0` among them, below 2^53; nil for anything else.
  mutating func integer(depth: Int) throws(SyntaxError) -> Int? {
    guard isAtDigit || byte == UInt8(ascii: "-") else {
      try skipValue(depth: depth)
      return nil
    }
    guard let value = Int(exactly: try decimal().double(in: bytes)), value.magnitude < 1 << 53 else { return nil }
    return value
  }
}
