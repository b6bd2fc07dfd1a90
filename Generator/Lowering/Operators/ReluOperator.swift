// ai.onnx.Relu: what is less than zero is zero.
enum ReluOperator: UnaryOperator {
  static let name = "Relu"
  static let versions: [Int64] = [6, 13, 14]
  static let types: [ElementType] = [.float, .double, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(13, [.float, .double])]
  static let function = "rectify"
}
