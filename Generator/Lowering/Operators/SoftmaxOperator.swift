// ai.onnx.Softmax: exponentials over their sum along an axis; before version 13 along all dimensions from it on.
enum SoftmaxOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Softmax"
  static let versions: [Int64] = [1, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types: [ElementType] = [.float]
  static let scope = "the axis is the last; the bits are those of a processor with AVX-512"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node, types: types)
    let rank = tensor.shape.count
    // In the last dimension the versions agree, and of two so do the axes they take where none is told.
    guard let number = try node.int("axis") ?? (rank == 2 ? 1 : nil), Shape.axis(number, rank: rank) == rank - 1 else {
      throw node.error(attribute: "axis", "is not supported unless it is the last")
    }
    let target = builder.buffer("softmaxResult", count: tensor.count)
    builder.call(
      "softmax", (nil, .read(tensor.storage)), ("count", .int(tensor.shape[rank - 1])), ("into", .write(target)))
    builder.define(
      0, of: node,
      as: .tensor(Tensor(storage: .buffer(target), element: .float, shape: tensor.shape, areProbabilities: true)))
  }
}
