// ai.onnx.Where: elements of one tensor or of another, as a third one says.
enum WhereOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Where"
  static let versions: [Int64] = [9, 16]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 3...3, outputs: 1...1)
    var operands: [Tensor] = []
    for input in 0..<3 { operands.append(try builder.tensor(input, of: node)) }
    guard operands[0].element == .bool, operands[1].element == operands[2].element else {
      throw node.error("the inputs are of types \(operands.map(\.element.onnxName)), expected bool and two of one type")
    }
    // ONNX Runtime merges two tensors, the elements chosen of each and zeros elsewhere: what is not zero in the first of
    // them, and else the second, so a zero chosen for the first loses its sign. The first is that of the condition's truth,
    // unless the other one is a single number along the last dimension.
    let isMergedFirst = try Self.isScalar(operands[2], beside: operands[1], of: operands[0], node, builder)
    let shape = try builder.broadcastShape(operands.map(\.shape), of: node)
    for index in 0..<3 { operands[index] = try builder.spread(operands[index], to: shape, of: node) }
    let target = builder.buffer("chosen", operands[1].element, count: Shape.count(shape))
    builder.call(
      "choose", (nil, .read(operands[0].storage)), (nil, .read(operands[1].storage)), (nil, .read(operands[2].storage)),
      ("zerosOf", .bool(!isMergedFirst)), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: operands[1].element, shape: shape)))
  }

  // Whether a tensor, broadcast with the condition, is one number along the last dimension along which another is more.
  private static func isScalar(
    _ tensor: Tensor, beside other: Tensor, of condition: Tensor, _ node: Node, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) -> Bool {
    let own = try builder.broadcastShape([condition.shape, tensor.shape], of: node)
    let others = try builder.broadcastShape([condition.shape, other.shape], of: node)
    for offset in 1...max(own.count, others.count, 1) {
      let size = offset <= own.count ? own[own.count - offset] : 1
      let otherSize = offset <= others.count ? others[others.count - offset] : 1
      if size != 1 || otherSize != 1 { return size == 1 }
    }
    return false
  }
}
