// ai.onnx.Squeeze: without dimensions of size 1, all or the named. The axes are an attribute or, since version 13, an input.
enum SqueezeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Squeeze"
  static let versions: [Int64] = [1, 11, 13, 21, 23, 24, 25]
  static let attributes: Set<String> = ["axes"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    guard let named = try builder.axes(node, rank: shape.count) else {
      return try builder.reshape(node, to: shape.filter { $0 != 1 })
    }
    if let axis = named.first(where: { shape[$0] != 1 }) {
      throw node.error("axis \(axis) of the shape \(shape) is not of size 1")
    }
    try builder.reshape(node, to: shape.indices.filter { !named.contains($0) }.map { shape[$0] })
  }
}
