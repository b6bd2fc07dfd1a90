// ai.onnx.Mish: times the hyperbolic tangent of the softplus.
enum MishOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Mish"
  static let versions: [Int64] = [18, 22]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types)
    let factors = builder.buffer("softplusResult", count: operand.count)
    builder.call("softplus", (nil, .read(operand.storage)), ("into", .write(factors)))
    builder.call("hyperbolicTangent", (nil, .write(factors)))
    let target = builder.buffer("mishResult", count: operand.count)
    builder.call(
      "multiply", (nil, .read(operand.storage)), (nil, .read(.buffer(factors))), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: operand.shape)))
  }
}
