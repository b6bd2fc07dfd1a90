// ai.onnx.And: of truth values.
enum AndOperator: BinaryOperator {
  static let name = "And"
  static let versions: [Int64] = [7]
  static let types: [ElementType] = [.bool]
  static let function = "and"
}
