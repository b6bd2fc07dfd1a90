// ai.onnx.CumSum: the sums of the elements up to each along an axis.
enum CumSumOperator: Operator {
  static let domain = Domain.onnx
  static let name = "CumSum"
  static let versions: [Int64] = [11, 14]
  static let attributes: Set<String> = ["exclusive", "reverse"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope = "the axis is a constant"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node, types: types)
    let numbers = try builder.indices(1, of: node)
    guard numbers.count == 1, let axis = Shape.axis(numbers[0], rank: tensor.shape.count) else {
      throw node.error("\(numbers) is no axis of \(tensor.shape.count) dimensions")
    }
    guard tensor.count > 0 else { throw node.error("the shape \(tensor.shape) has no elements") }
    let sums = builder.buffer("cumulativeSums", tensor.element, count: tensor.count)
    builder.call(
      "cumulativeSums", (nil, .read(tensor.storage)), ("count", .int(tensor.shape[axis])),
      ("columns", .int(Shape.count(Array(tensor.shape[(axis + 1)...])))),
      ("isExclusive", .bool(try node.int("exclusive") ?? 0 != 0)),
      ("isReversed", .bool(try node.int("reverse") ?? 0 != 0)), ("into", .write(sums)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(sums), element: tensor.element, shape: tensor.shape)))
  }
}
