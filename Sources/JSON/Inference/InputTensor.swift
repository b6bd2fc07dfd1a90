/// What has been found of an input; nil for a member that has not come.
struct InputTensor {
  // Which input of the model has its name, -1 for none.
  var input: Int?
  // Whether the datatype is the model's.
  var hasDatatype: Bool?
  // The dimensions if there are two.
  var shape: (rows: Int, columns: Int)?
  var hasShape = false
  var data: TensorData?
  // Where data that came before the name begins.
  var dataStart: Int?
  // The bytes that the data has behind the JSON text.
  var binarySize: Int?
  // Whether a tensor has come for the input of the model that has this number.
  var isGiven = false

  /// The number of rows, once all is there and agrees.
  func rows(_ number: Int, width: Int) throws(InferenceError) -> Int {
    guard let hasDatatype else { throw Self.missing(number, .datatype) }
    guard hasDatatype else { throw .datatype(number) }
    guard hasShape else { throw Self.missing(number, .shape) }
    guard let shape, shape.columns == width, shape.rows > 0 else { throw .shape(number, width: width) }
    let (count, overflow) = shape.rows.multipliedReportingOverflow(by: width)
    if let binarySize {
      if data != nil { throw .repeated(InferencePlace(.input(number), .data)) }
      guard !overflow, binarySize % 4 == 0, binarySize / 4 == count else {
        throw .binarySize(binarySize, input: number)
      }
    } else {
      guard let data else { throw Self.missing(number, .data) }
      try data.check(rows: shape.rows, count: overflow ? nil : count, input: number)
    }
    return shape.rows
  }

  static func missing(_ number: Int, _ field: InferencePlace.Field) -> InferenceError {
    .missing(InferencePlace(.input(number), field))
  }

  /// Reads the data behind the JSON text: floats, the lowest byte first.
  static func read(
    _ binary: Span<UInt8>, _ number: Int, _ features: Range<Int>, of columns: Int, into values: inout MutableSpan<Float>
  ) throws(InferenceError) {
    var data = TensorData(features, of: columns)
    for index in 0..<binary.count / 4 {
      // Four bytes are left, and any of them make a UInt32.
      let bits = unsafe binary.bytes.unsafeLoadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
      let value = Float(bitPattern: UInt32(littleEndian: bits))
      if !value.isFinite {
        throw .notFinite(InferencePlace(.input(number), .data, index / features.count, index % features.count))
      }
      data.append(value, into: &values)
    }
  }
}
