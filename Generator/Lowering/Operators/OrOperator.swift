// ai.onnx.Or: of truth values.
enum OrOperator: BinaryOperator {
  static let name = "Or"
  static let versions: [Int64] = [7]
  static let types: [ElementType] = [.bool]
  static let function = "or"
}
