import Inference

/// What was found in `data`: numbers, or lists of them. The first element tells which.
struct TensorData {
  // The elements of the list.
  var elements = 0
  // The numbers that were found.
  var count = 0
  var isNested = false
  // The first row of another length than the input's.
  var badRow: (row: Int, count: Int)?

  // Where the next number goes, and which of its row it is.
  private var place: Int
  private var column = 0
  // The features of the input, and from its last one to the first one of the next row.
  let width: Int
  private let gap: Int

  init(_ features: Range<Int>, of columns: Int) {
    place = features.lowerBound
    width = features.count
    gap = columns - features.count
  }

  // What finds no room has too many rows: then some input has another number of them.
  @inline(__always)
  mutating func append<Element: RowElement>(_ value: Element, into values: inout MutableSpan<Element>) {
    if place < values.count { values[place] = value }
    count += 1
    place += 1
    column += 1
    if column == width {
      column = 0
      place += gap
    }
  }

  /// Whether it agrees with the shape; the count is nil where no memory could hold it.
  func check(rows: Int, count expected: Int?, input: Int) throws(InferenceError) {
    if let badRow { throw .rowLength(row: badRow.row, count: badRow.count, width: width, input: input) }
    if isNested && elements != rows { throw .rowCount(elements, input: input) }
    if count != expected { throw .elementCount(count, input: input) }
  }
}

extension JSONReader {
  /// Moves over the value of `data` of an input of the model, and stores its numbers in the rows of `values`.
  mutating func tensorData<Element: RowElement>(
    _ input: Int, _ scan: inout InferenceScan, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) -> TensorData {
    var data = TensorData(scan.signature.input(input).elements, of: scan.signature.columns)
    let type = scan.type(of: input, Element.self)
    var isFirst = true
    while try nextElement(&isFirst) {
      if data.elements == 0 { data.isNested = byte == UInt8(ascii: "[") }
      if data.isNested {
        try tensorRow(&data, type, &scan, into: &values)
      } else {
        try tensorNumber(&data, type, column: nil, &scan, into: &values)
      }
      data.elements += 1
    }
    return data
  }

  private mutating func tensorRow<Element: RowElement>(
    _ data: inout TensorData, _ type: NumberType, _ scan: inout InferenceScan, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) {
    guard byte == UInt8(ascii: "[") else {
      try skipValue(depth: 4)
      scan.fail(.wrongKind(scan.place(.data, data.elements), .list))
      return
    }
    var column = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      try tensorNumber(&data, type, column: column, &scan, into: &values)
      column += 1
    }
    if column != data.width && data.badRow == nil { data.badRow = (data.elements, column) }
  }

  @inline(__always)
  private mutating func tensorNumber<Element: RowElement>(
    _ data: inout TensorData, _ type: NumberType, column: Int?, _ scan: inout InferenceScan,
    into values: inout MutableSpan<Element>
  ) throws(SyntaxError) {
    if isAtDigit || byte == UInt8(ascii: "-") {
      let value: Element? = feature(try decimal(), type)
      if value == nil { scan.fail(.unfit(type, scan.place(.data, data.elements, column))) }
      data.append(value ?? .blank, into: &values)
    } else if let value: Element = try truth(type) {
      data.append(value, into: &values)
    } else {
      try skipValue(depth: column == nil ? 4 : 5)
      scan.fail(.wrongKind(scan.place(.data, data.elements, column), .number))
    }
  }
}
