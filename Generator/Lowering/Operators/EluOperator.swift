// ai.onnx.Elu: an exponential below zero.
enum EluOperator: UnaryOperator {
  static let name = "Elu"
  static let versions: [Int64] = [6, 22]
  static let attributes: Set<String> = ["alpha"]
  static let types: [ElementType] = [.float]
  static let function = "exponentialUnits"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    [("alpha", .float(try node.float("alpha", default: 1)))]
  }
}
