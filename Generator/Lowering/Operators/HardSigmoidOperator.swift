// ai.onnx.HardSigmoid: a line between 0 and 1.
enum HardSigmoidOperator: UnaryOperator {
  static let name = "HardSigmoid"
  static let versions: [Int64] = [6, 22]
  static let attributes: Set<String> = ["alpha", "beta"]
  static let types: [ElementType] = [.float]
  static let function = "hardLogistic"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    [("alpha", .float(try node.float("alpha", default: 0.2))), ("beta", .float(try node.float("beta", default: 0.5)))]
  }
}
