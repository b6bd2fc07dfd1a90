// ai.onnx.Unsqueeze: with dimensions of size 1 where the axes say. They are an attribute or, since version 13, an input.
enum UnsqueezeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Unsqueeze"
  static let versions: [Int64] = [1, 11, 13, 21, 23, 24, 25]
  static let attributes: Set<String> = ["axes"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...1)
    var rest = try builder.shape(0, of: node)[...]
    let given = node.has(input: 1) ? try builder.int64s(1, of: node).count : try node.ints("axes")?.count ?? 0
    let rank = rest.count + given
    guard let axes = try builder.axes(node, rank: rank) else { throw node.error("no axes are given") }
    try builder.reshape(node, to: (0..<rank).map { axes.contains($0) ? 1 : rest.removeFirst() })
  }
}
