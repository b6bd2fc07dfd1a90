// ai.onnx.Sqrt: rounded as IEEE 754 has it.
enum SqrtOperator: UnaryOperator {
  static let name = "Sqrt"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "squareRoot"
}
