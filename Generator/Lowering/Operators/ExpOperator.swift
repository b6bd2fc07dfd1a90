// ai.onnx.Exp: by ONNX Runtime's own polynomial, within 1 ulp of the exact value.
enum ExpOperator: UnaryOperator {
  static let name = "Exp"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float]
  static let function = "exponentials"
}
