// ai.onnx.Abs: the least integer is its own.
enum AbsOperator: UnaryOperator {
  static let name = "Abs"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "magnitude"
}
