// ai.onnx.LeakyRelu: what is less than zero is multiplied with a factor.
enum LeakyReluOperator: UnaryOperator {
  static let name = "LeakyRelu"
  static let versions: [Int64] = [6, 16]
  static let attributes: Set<String> = ["alpha"]
  static let types: [ElementType] = [.float]
  static let function = "leakyRectify"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    [("alpha", .float(try node.float("alpha", default: 0.01)))]
  }
}
