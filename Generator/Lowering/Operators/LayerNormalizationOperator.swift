// ai.onnx.LayerNormalization: the last dimensions less their mean, over the root of their variance, times a scale.
enum LayerNormalizationOperator: Operator {
  static let domain = Domain.onnx
  static let name = "LayerNormalization"
  static let versions: [Int64] = [17]
  static let attributes: Set<String> = ["axis", "epsilon", "stash_type"]
  static let types: [ElementType] = [.float]
  static let scope = "as with AVX2; scale and bias of the shape that is normalized"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...3, outputs: 1...1)
    let row = try builder.tensor(0, of: node, types: types)
    let axis = try node.axis("axis", default: -1, rank: row.shape.count)
    guard try node.int("stash_type") ?? 1 == 1 else {
      throw node.error(attribute: "stash_type", "is not supported unless it is 1")
    }
    let shape = Array(row.shape[axis...])
    var parameters: [Tensor] = []
    for input in 1..<(node.has(input: 2) ? 3 : 2) {
      let parameter = try builder.tensor(input, of: node, types: types)
      guard parameter.shape == shape else {
        throw node.error("input '\(node.proto.inputs[input])' has the shape \(parameter.shape), expected \(shape)")
      }
      parameters.append(parameter)
    }
    try builder.normalize(
      row, node.proto.inputs[0], scale: parameters[0], bias: parameters.count > 1 ? parameters[1] : nil,
      epsilon: node.float("epsilon", default: 1e-5), of: node)
  }
}

extension ProgramBuilder {
  // Defines the output of a node as the rows of a tensor normalized.
  mutating func normalize(
    _ row: Tensor, _ name: String, scale: Tensor, bias: Tensor?, epsilon: Float, of node: Node
  ) throws(UnsupportedModel) {
    let addends = bias?.storage ?? .constant(constant("bias", [] as [Float]))
    try defineNormalized(
      row, name, by: "layerNormalization", [("scale", .read(scale.storage)), ("bias", .read(addends))],
      epsilon: epsilon, of: node)
  }

  mutating func defineNormalized(
    _ row: Tensor, _ name: String, by function: String, _ parameters: [(String?, KernelCall.Argument)], epsilon: Float,
    of node: Node
  ) throws(UnsupportedModel) {
    guard row.count > 0 else { throw node.error("the shape \(row.shape) has no elements") }
    guard row.shape.count < 3 || !joinsOthers(node, row: name) else {
      throw node.error(
        "\(row.shape.count) dimensions behind a sum or before several products, of which ONNX Runtime makes one node, are not supported"
      )
    }
    let target = buffer("normalized", count: row.count)
    call(
      function,
      [(nil, .read(row.storage))] + parameters + [("epsilon", .float(epsilon)), ("into", .write(target))])
    define(0, of: node, as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: row.shape)))
  }

  // Whether ONNX Runtime may take a sum of two tensors before it along, or make an attention of what is behind it.
  private func joinsOthers(_ node: Node, row name: String) -> Bool {
    let sum = graph.producer(of: name)
    let isSum = sum?.isOnnx("Add") == true && sum!.proto.inputs.allSatisfy { value($0)?.shape?.count != 1 }
    return isSum || graph.uses(of: node.proto.outputs[0]).count > 2
  }
}
