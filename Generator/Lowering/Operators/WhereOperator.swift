// ai.onnx.Where: elements of one tensor or of another, as a third one says.
enum WhereOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Where"
  static let versions: [Int64] = [9, 16]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float, .double, .int64, .int32]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 3...3, outputs: 1...1)
    var operands: [Tensor] = []
    for input in 0..<3 { operands.append(try builder.tensor(input, of: node)) }
    guard operands[0].element == .bool, operands[1].element == operands[2].element else {
      throw node.error("the inputs are of types \(operands.map(\.element.onnxName)), expected bool and two of one type")
    }
    try builder.check(operands[1].element, of: 1, node, types)
    // ONNX Runtime merges two tensors, the elements chosen of each and zeros elsewhere: what is not zero in the first of
    // them, and else the second, so a zero chosen for the first loses its sign. The first is that of the condition's truth,
    // unless the other one is a single number along the last dimension.
    let chosen = [
      try builder.broadcastShape([operands[0].shape, operands[1].shape], of: node),
      try builder.broadcastShape([operands[0].shape, operands[2].shape], of: node),
    ]
    let isMergedFirst = Shape.isScalar(chosen[1], along: chosen[0])
    let shape = try builder.broadcastShape(operands.map(\.shape), of: node)
    for index in 0..<3 { operands[index] = try builder.spread(operands[index], to: shape, of: node) }
    let target = builder.buffer("chosen", operands[1].element, count: Shape.count(shape))
    builder.call(
      "choose", (nil, .read(operands[0].storage)), (nil, .read(operands[1].storage)), (nil, .read(operands[2].storage)),
      ("zerosOf", .bool(!isMergedFirst)), ("into", .write(target)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: operands[1].element, shape: shape)))
  }
}
