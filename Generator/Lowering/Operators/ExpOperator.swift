// ai.onnx.Exp: by ONNX Runtime's own polynomial, within 1 ulp of the exact value; in double precision by Eigen's.
enum ExpOperator: UnaryOperator {
  static let name = "Exp"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "exponentials"
}
