// ai.onnx.Tanh: by ONNX Runtime's own quotient of polynomials.
enum TanhOperator: UnaryOperator {
  static let name = "Tanh"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "hyperbolicTangent"
  static let worksInPlace = true
}
