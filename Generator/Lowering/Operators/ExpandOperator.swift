// ai.onnx.Expand: broadcast to a shape that its second input tells.
enum ExpandOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Expand"
  static let versions: [Int64] = [8, 13]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors
  static let scope = "the shape is a constant"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    let wanted = try builder.sizes(1, of: node)
    guard let result = Shape.broadcast(shape, wanted), Shape.checkedCount(result) != nil else {
      throw node.error("the shape \(shape) is not broadcast to \(wanted)")
    }
    builder.define(
      0, of: node,
      as: try builder.gathered(
        try builder.value(0, of: node), at: Shape.broadcastPositions(shape, to: result), shape: result, of: node))
  }
}
