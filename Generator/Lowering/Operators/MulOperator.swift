// ai.onnx.Mul: integers wrap around.
enum MulOperator: BinaryOperator {
  static let name = "Mul"
  static let versions: [Int64] = [7, 13, 14]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "multiply"
  static var arithmetic: Arithmetic? { .multiply }
}
