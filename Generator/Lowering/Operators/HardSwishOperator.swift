// ai.onnx.HardSwish: times a line between 0 and 1.
enum HardSwishOperator: Operator {
  static let domain = Domain.onnx
  static let name = "HardSwish"
  static let versions: [Int64] = [14, 22]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types)
    let factors = builder.buffer("hardLogisticResult", count: operand.count)
    builder.call(
      "hardLogistic", (nil, .read(operand.storage)), ("alpha", .float(1 / 6)), ("beta", .float(0.5)),
      ("into", .write(factors)))
    let target = builder.buffer("hardSwishResult", count: operand.count)
    builder.call(
      "multiply", (nil, .read(operand.storage)), (nil, .read(.buffer(factors))), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: operand.shape)))
  }
}
