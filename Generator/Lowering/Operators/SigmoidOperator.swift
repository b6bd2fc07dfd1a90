// ai.onnx.Sigmoid: by ONNX Runtime's own quotient of polynomials, in double precision by exponentials.
enum SigmoidOperator: UnaryOperator {
  static let name = "Sigmoid"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "logistic"
  static let worksInPlace = true
}
