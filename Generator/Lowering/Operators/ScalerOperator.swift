// ai.onnx.ml.Scaler: `(x - offset) * scale`. Integers are converted to float32 first, doubles computed as doubles.
enum ScalerOperator: Operator {
  static let domain = Domain.ml
  static let name = "Scaler"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["offset", "scale"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    let count = try node.floats("offset")?.count ?? 0
    return count > 1 ? count : nil
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    guard row.element != .bool else { throw node.error("input '\(node.proto.inputs[0])' is of type bool") }
    guard let offset = try node.floats("offset") else { throw node.error(attribute: "offset", "missing") }
    let scale = try node.floats("scale", count: offset.count, of: "as many as 'offset'")
    guard offset.count == row.count || offset.count == 1 else {
      throw node.error(attribute: "offset", "has \(offset.count) elements, expected 1 or \(row.count) (features)")
    }

    let input = row.element == .double ? row.storage : builder.asFloat(row)
    let offsets = builder.constant("offset", offset)
    let scales = builder.constant("scale", scale)
    let scaled = builder.buffer("scaled", count: row.count)
    builder.call(
      "scaler", (nil, .read(input)), ("offset", .constant(offsets)), ("scale", .constant(scales)),
      ("into", .write(scaled)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(scaled), element: .float, shape: row.shape)))
  }
}
