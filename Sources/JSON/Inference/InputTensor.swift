/// What has been found of the input; nil for a member that has not come.
struct InputTensor {
  // Whether the name and the datatype are the model's.
  var hasName: Bool?
  var hasDatatype: Bool?
  // The dimensions if there are two.
  var shape: (rows: Int, columns: Int)?
  var hasShape = false
  var data: TensorData?
  // The bytes that the data has behind the JSON text.
  var binarySize: Int?

  /// The number of rows, once all is there and agrees. Data behind the JSON text is read now.
  func rows(
    columns: Int, _ binary: Span<UInt8>, into values: inout MutableSpan<Float>
  ) throws(InferenceError) -> Int {
    guard let hasName else { throw Self.missing(.name) }
    guard hasName else { throw .unknownInput }
    guard let hasDatatype else { throw Self.missing(.datatype) }
    guard hasDatatype else { throw .datatype }
    guard hasShape else { throw Self.missing(.shape) }
    guard let shape, shape.columns == columns, shape.rows > 0 else { throw .shape }
    let (count, overflow) = shape.rows.multipliedReportingOverflow(by: columns)
    if let binarySize {
      if data != nil { throw .repeated(InferencePlace(.input(0), .data)) }
      guard !overflow, binarySize % 4 == 0, binarySize / 4 == count else { throw .binarySize(binarySize) }
      guard binarySize == binary.count else { throw .binaryBytes(binary.count) }
      try Self.read(binary, columns: columns, into: &values)
    } else {
      guard let data else { throw Self.missing(.data) }
      guard binary.isEmpty else { throw .binaryBytes(binary.count) }
      try data.check(rows: shape.rows, count: overflow ? nil : count)
    }
    return shape.rows
  }

  private static func missing(_ field: InferencePlace.Field) -> InferenceError {
    .missing(InferencePlace(.input(0), field))
  }

  // Floats, the lowest byte first.
  private static func read(
    _ binary: Span<UInt8>, columns: Int, into values: inout MutableSpan<Float>
  ) throws(InferenceError) {
    for index in 0..<binary.count / 4 {
      // Four bytes are left, and any of them make a UInt32.
      let bits = unsafe binary.bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
      let value = Float(bitPattern: UInt32(littleEndian: bits))
      if !value.isFinite { throw .notFinite(InferencePlace(.input(0), .data, index / columns, index % columns)) }
      values[index] = value
    }
  }
}
