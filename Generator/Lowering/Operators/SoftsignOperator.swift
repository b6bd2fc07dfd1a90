// ai.onnx.Softsign: over one and the magnitude.
enum SoftsignOperator: UnaryOperator {
  static let name = "Softsign"
  static let versions: [Int64] = [1, 22]
  static let types: [ElementType] = [.float]
  static let function = "softsign"
}
