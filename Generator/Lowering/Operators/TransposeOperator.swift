// ai.onnx.Transpose: the dimensions in another order, reversed unless told.
enum TransposeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Transpose"
  static let versions: [Int64] = [1, 13, 21, 23, 24, 25]
  static let attributes: Set<String> = ["perm"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    let order = try node.ints("perm") ?? shape.indices.reversed().map { Int64($0) }
    guard order.sorted() == shape.indices.map({ Int64($0) }) else {
      throw node.error(attribute: "perm", "\(order) is no order of \(shape.count) dimensions")
    }
    let axes = order.map { Int($0) }
    let strides = Shape.strides(shape)
    let result = axes.map { shape[$0] }
    let positions = Shape.positions(result, strides: axes.map { strides[$0] })
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: result, of: node))
  }
}
