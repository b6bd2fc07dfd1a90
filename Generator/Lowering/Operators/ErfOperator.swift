// ai.onnx.Erf: the error function by ONNX Runtime's own polynomials.
enum ErfOperator: UnaryOperator {
  static let name = "Erf"
  static let versions: [Int64] = [9, 13]
  static let types: [ElementType] = [.float]
  static let function = "errorFunction"
}
