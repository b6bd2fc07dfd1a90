// ai.onnx.Selu: an exponential below zero, scaled.
enum SeluOperator: UnaryOperator {
  static let name = "Selu"
  static let versions: [Int64] = [6, 22]
  static let attributes: Set<String> = ["alpha", "gamma"]
  static let types: [ElementType] = [.float]
  static let function = "scaledExponentialUnits"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    [
      ("alpha", .float(try node.float("alpha", default: 1.67326319217681884765625))),
      ("gamma", .float(try node.float("gamma", default: 1.05070102214813232421875))),
    ]
  }
}
