// ai.onnx.Gelu: times the probability of a normal variable to be less, exact or by a hyperbolic tangent.
enum GeluOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Gelu"
  static let versions: [Int64] = [20]
  static let attributes: Set<String> = ["approximate"]
  static let types: [ElementType] = [.float]

  enum Approximation: String, CaseIterable {
    case none
    case tanh
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types)
    let approximation = try node.choice("approximate", default: Approximation.none)
    builder.defineGelu(node, of: operand, by: approximation)
  }
}

extension ProgramBuilder {
  // Defines the output of a node as the Gelu of a tensor.
  mutating func defineGelu(_ node: Node, of operand: Tensor, by approximation: GeluOperator.Approximation = .none) {
    let target = buffer("gaussianUnits", count: operand.count)
    call(
      approximation == .none ? "gaussianUnits" : "approximateGaussianUnits", (nil, .read(operand.storage)),
      ("into", .write(target)))
    define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: operand.shape)))
  }
}
