// ai.onnx.Softmax: exponentials over their sum along an axis; before version 13 along all dimensions from it on.
enum SoftmaxOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Softmax"
  static let versions: [Int64] = [1, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types: [ElementType] = [.float, .double]
  static let scope = "the bits of float32 are those of a processor with AVX-512"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    builder.define(0, of: node, as: .tensor(try lower(node, types: types, by: "softmax", into: &builder)))
  }

  // What a kernel makes of the rows along an axis.
  static func lower(
    _ node: Node, types: [ElementType], by function: String, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Tensor {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node, types: types)
    let isFlat = node.version < 13
    let axis = try node.axis("axis", default: isFlat ? 1 : -1, rank: tensor.shape.count)
    let rows = isFlat ? tensor : try builder.withLast(axis, tensor, of: node)
    let count = isFlat ? Shape.count(Array(tensor.shape[axis...])) : tensor.shape[axis]
    guard tensor.count > 0 else { throw node.error("the shape \(tensor.shape) has no elements") }
    let target = builder.buffer("\(function)Result", tensor.element, count: tensor.count)
    builder.call(function, (nil, .read(rows.storage)), ("count", .int(count)), ("into", .write(target)))
    let result = Tensor(
      storage: .buffer(target), element: tensor.element, shape: rows.shape,
      areProbabilities: function == "softmax" && count == tensor.count)
    return isFlat ? result : try builder.movedBack(result, to: axis, of: node)
  }
}
