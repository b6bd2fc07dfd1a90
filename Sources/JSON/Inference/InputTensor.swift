import Inference

/// What has been found of an input; nil for a member that has not come.
struct InputTensor {
  // Which input of the model has its name, -1 for none.
  var input: Int?
  // Where the name of the datatype stands, and whether it is the model's.
  var datatype: Range<Int>?
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
  func rows(_ number: Int, width: Int, _ type: NumberType) throws(InferenceError) -> Int {
    guard let hasDatatype else { throw Self.missing(number, .datatype) }
    guard hasDatatype else { throw .datatype(number, type) }
    guard hasShape else { throw Self.missing(number, .shape) }
    guard let shape, shape.columns == width, shape.rows > 0 else { throw .shape(number, width: width) }
    let (count, overflow) = shape.rows.multipliedReportingOverflow(by: width)
    if let binarySize {
      if data != nil { throw .repeated(InferencePlace(.input(number), .data)) }
      guard !overflow, binarySize % type.size == 0, binarySize / type.size == count else {
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
}
