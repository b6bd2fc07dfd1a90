// ai.onnx.Neg: integers wrap around.
enum NegOperator: UnaryOperator {
  static let name = "Neg"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "negate"
}
