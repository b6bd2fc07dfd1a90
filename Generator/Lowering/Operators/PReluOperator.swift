// ai.onnx.PRelu: what is less than zero is multiplied with a slope, of all elements or of each.
enum PReluOperator: Operator {
  static let domain = Domain.onnx
  static let name = "PRelu"
  static let versions: [Int64] = [7, 9, 16]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let operand = try builder.tensor(0, of: node, types: types)
    let slopes = try builder.tensor(1, of: node, types: types)
    guard Shape.broadcast(operand.shape, slopes.shape) == operand.shape else {
      throw node.error("the slopes of the shape \(slopes.shape) do not fit the input's \(operand.shape)")
    }
    let spread = try builder.spread(slopes, to: operand.shape, of: node)
    let target = builder.buffer("rectifyResult", count: operand.count)
    builder.call(
      "rectify", (nil, .read(operand.storage)), ("slopes", .read(spread.storage)), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: operand.shape)))
  }
}
