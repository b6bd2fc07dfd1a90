// ai.onnx.Xor: of truth values.
enum XorOperator: BinaryOperator {
  static let name = "Xor"
  static let versions: [Int64] = [7]
  static let types: [ElementType] = [.bool]
  static let function = "xor"
}
