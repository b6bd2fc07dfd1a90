import Inference

extension JSONReader {
  /// Moves over the value of `inputs`. Those beyond the number that the model takes are counted.
  mutating func inputs<Element: RowElement>(_ scan: inout InferenceScan, into values: inout MutableSpan<Element>)
    throws(SyntaxError)
  {
    guard try begins("[", InferencePlace(.request, .inputs), .list, depth: 1, &scan) else { return }
    var count = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      if count >= scan.signature.inputCount {
        try skipValue(depth: 2)
      } else if byte == UInt8(ascii: "{") {
        scan.beginInput(count)
        try input(&scan, into: &values)
        checkDatatype(&scan, of: Element.self)
        try lateData(&scan, into: &values)
      } else {
        try skipValue(depth: 2)
        scan.fail(.wrongKind(InferencePlace(.input(count)), .object))
      }
      count += 1
    }
    scan.inputCount = count
  }

  private mutating func input<Element: RowElement>(_ scan: inout InferenceScan, into values: inout MutableSpan<Element>)
    throws(SyntaxError)
  {
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      if text(at: key, equals: "name") {
        if let name = try name(scan.place(.name), depth: 3, &scan) {
          scan.tensors[scan.number].input = input(named: name, &scan)
        }
      } else if text(at: key, equals: "datatype") {
        if let name = try name(scan.place(.datatype), depth: 3, &scan) {
          scan.tensors[scan.number].datatype = name
        }
      } else if text(at: key, equals: "shape") {
        try shape(&scan)
      } else if text(at: key, equals: "data") {
        guard try begins("[", scan.place(.data), .list, depth: 3, &scan) else { continue }
        try data(&scan, into: &values)
      } else if text(at: key, equals: "parameters") {
        try parameters(of: .input(scan.number), depth: 3, &scan)
      } else {
        try skipValue(depth: 3)
      }
    }
  }

  // Which input of the model has a name, -1 for none. They mostly come in their order.
  private func input(named name: Range<Int>, _ scan: inout InferenceScan) -> Int {
    let count = scan.signature.inputCount
    for offset in 0..<count {
      let index = (scan.number + offset) % count
      if text(at: name, equals: scan.signature.input(index).name) { return index }
    }
    return -1
  }

  // Whether the datatype is that of the input, once its name is known.
  private func checkDatatype<Element: RowElement>(_ scan: inout InferenceScan, of element: Element.Type) {
    guard let input = scan.tensors[scan.number].input, input >= 0 else { return }
    let type = scan.type(of: input, element)
    guard let name = scan.tensors[scan.number].datatype else { return }
    scan.tensors[scan.number].hasDatatype = text(at: name, equals: type.datatype)
  }

  // Reads data, or passes it over where nothing tells yet which input it is of.
  private mutating func data<Element: RowElement>(_ scan: inout InferenceScan, into values: inout MutableSpan<Element>)
    throws(SyntaxError)
  {
    let input = scan.signature.inputCount == 1 ? 0 : scan.tensors[scan.number].input
    guard let input else {
      scan.tensors[scan.number].dataStart = position
      return try skipValue(depth: 3)
    }
    guard input >= 0 else { return try skipValue(depth: 3) }
    scan.tensors[scan.number].data = try tensorData(input, &scan, into: &values)
  }

  // Reads data that was passed over; behind it the reader is where it was.
  private mutating func lateData<Element: RowElement>(
    _ scan: inout InferenceScan, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) {
    guard let start = scan.tensors[scan.number].dataStart, scan.tensors[scan.number].input != nil else { return }
    let end = position
    position = start
    try data(&scan, into: &values)
    position = end
  }

  private mutating func shape(_ scan: inout InferenceScan) throws(SyntaxError) {
    guard try begins("[", scan.place(.shape), .list, depth: 3, &scan) else { return }
    scan.tensors[scan.number].hasShape = true
    var dimensions = (rows: 0, columns: 0)
    var count = 0
    var isFirst = true
    while try nextElement(&isFirst) {
      // What is no count of rows or columns is no shape of the model's.
      let dimension = try integer(depth: 4) ?? 0
      if count == 0 { dimensions.rows = dimension } else { dimensions.columns = dimension }
      count += 1
    }
    scan.tensors[scan.number].shape = count == 2 ? dimensions : nil
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
