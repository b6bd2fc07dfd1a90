// ai.onnx.Celu: an exponential below zero, with the slope 1 at zero.
enum CeluOperator: UnaryOperator {
  static let name = "Celu"
  static let versions: [Int64] = [12]
  static let attributes: Set<String> = ["alpha"]
  static let types: [ElementType] = [.float]
  static let function = "continuousExponentialUnits"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    let alpha = try node.float("alpha", default: 1)
    guard alpha > 0 else { throw node.error(attribute: "alpha", "is \(alpha), expected a number above 0") }
    return [("alpha", .float(alpha))]
  }
}
