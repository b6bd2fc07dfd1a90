/// What was found in `data`: numbers, or lists of them. The first element tells which.
struct TensorData {
  // The elements of the list.
  var elements = 0
  // The numbers that were stored.
  var count = 0
  var isNested = false
  // The first row of another length than the model's.
  var badRow: (row: Int, count: Int)?

  /// Whether it agrees with the shape; the count is nil where no memory could hold it.
  func check(rows: Int, count expected: Int?) throws(InferenceError) {
    if let badRow { throw .rowLength(row: badRow.row, count: badRow.count) }
    if isNested && elements != rows { throw .rowCount(elements) }
    if count != expected { throw .elementCount(count) }
  }
}

extension JSONReader {
  /// Moves over the value of `data` of the input, and stores its numbers at the front of `values`.
  mutating func tensorData(
    _ scan: inout InferenceScan, into values: inout MutableSpan<Float>
  ) throws(SyntaxError) -> TensorData {
    var data = TensorData()
    let columns = scan.signature.columns
    var isFirst = true
    while try nextElement(&isFirst) {
      if data.elements == 0 { data.isNested = byte == UInt8(ascii: "[") }
      if data.isNested {
        try tensorRow(&data, columns, &scan, into: &values)
      } else {
        try tensorNumber(&data, column: nil, &scan, into: &values)
      }
      data.elements += 1
    }
    return data
  }

  private mutating func tensorRow(
    _ data: inout TensorData, _ columns: Int, _ scan: inout InferenceScan, into values: inout MutableSpan<Float>
  ) throws(SyntaxError) {
    guard byte == UInt8(ascii: "[") else {
      try skipValue(depth: 4)
      scan.fail(.wrongKind(InferencePlace(.input(0), .data, data.elements), .list))
      return
    }
    var column = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      try tensorNumber(&data, column: column, &scan, into: &values)
      column += 1
    }
    if column != columns && data.badRow == nil { data.badRow = (data.elements, column) }
  }

  @inline(__always)
  private mutating func tensorNumber(
    _ data: inout TensorData, column: Int?, _ scan: inout InferenceScan, into values: inout MutableSpan<Float>
  ) throws(SyntaxError) {
    guard isAtDigit || byte == UInt8(ascii: "-") else {
      try skipValue(depth: column == nil ? 4 : 5)
      return scan.fail(.wrongKind(InferencePlace(.input(0), .data, data.elements, column), .number))
    }
    let value = Float(try decimal().double(in: bytes))
    if !value.isFinite { scan.fail(.notFinite(InferencePlace(.input(0), .data, data.elements, column))) }
    values[data.count] = value
    data.count += 1
  }
}
