// ai.onnx.Log: the natural logarithm; four elements at a time by a quotient of polynomials, what is left by the C library.
enum LogOperator: UnaryOperator {
  static let name = "Log"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "logarithms"
}
