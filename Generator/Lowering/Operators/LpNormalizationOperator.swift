// ai.onnx.LpNormalization: one row over its norm.
enum LpNormalizationOperator: Operator {
  static let domain = Domain.onnx
  static let name = "LpNormalization"
  static let versions: [Int64] = [1, 22]
  static let attributes: Set<String> = ["axis", "p"]
  static let types: [ElementType] = [.float, .double]
  static let scope = "one row"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    var row = try builder.tensor(0, of: node, types: types)
    let axis = try node.axis("axis", default: -1, rank: row.shape.count)
    guard row.count == row.shape[axis] else {
      throw node.error(attribute: "axis", "the shape \(row.shape) has several rows along it, which is not supported")
    }
    let order = try node.int("p") ?? 2
    guard order == 1 || order == 2 else { throw node.error(attribute: "p", "is \(order), expected 1 or 2") }
    let normalized = builder.buffer("normalized", row.element, count: row.count)
    builder.call(
      order == 1 ? "divideBySum" : "divideByLength", (nil, .read(row.storage)), ("into", .write(normalized)))
    row.storage = .buffer(normalized)
    row.areProbabilities = order == 1 && (row.areProbabilities || row.areProportions)
    row.areProportions = row.areProbabilities
    builder.define(0, of: node, as: .tensor(row))
  }
}
