// ai.onnx.Softplus: the logarithm of one and the exponential.
enum SoftplusOperator: UnaryOperator {
  static let name = "Softplus"
  static let versions: [Int64] = [1, 22]
  static let types: [ElementType] = [.float]
  static let function = "softplus"
}
