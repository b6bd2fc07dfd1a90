// ai.onnx.Mean: the sum from the first operand on, times one over their number.
enum MeanOperator: FoldOperator {
  static let name = "Mean"
  static let versions: [Int64] = [6, 8, 13]
  static let types: [ElementType] = [.float]
  static let function = "add"

  static func finish(_ result: Tensor, _ node: Node, into builder: inout ProgramBuilder) -> Tensor {
    if node.proto.inputs.count == 1 { return result }
    let factor = builder.constant("factor", [1 / Float(node.proto.inputs.count)])
    let mean = builder.buffer("mean", count: result.count)
    builder.call(
      "multiply", (nil, .read(result.storage)), (nil, .read(.constant(factor))), ("into", .write(mean)))
    return Tensor(storage: .buffer(mean), element: .float, shape: result.shape)
  }
}
