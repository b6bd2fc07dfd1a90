// ai.onnx.Not: of truth values.
enum NotOperator: UnaryOperator {
  static let name = "Not"
  static let versions: [Int64] = [1]
  static let types: [ElementType] = [.bool]
  static let function = "not"
}
