// ai.onnx.ml.Imputer: one value is replaced, by the same one everywhere or by one a feature.
enum ImputerOperator: Operator {
  static let domain = Domain.ml
  static let name = "Imputer"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = [
    "imputed_value_floats", "imputed_value_int64s", "replaced_value_float", "replaced_value_int64",
  ]
  static let types: [ElementType] = [.float, .int64]

  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? {
    let count = try node.floats("imputed_value_floats")?.count ?? 0
    return count > 1 ? count : nil
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    let floats = try node.floats("imputed_value_floats") ?? []
    let ints = try node.ints("imputed_value_int64s") ?? []
    guard floats.isEmpty != ints.isEmpty else {
      throw node.error(
        attribute: "imputed_value_floats", "exactly one of it and 'imputed_value_int64s' must be given")
    }
    let name = floats.isEmpty ? "imputed_value_int64s" : "imputed_value_floats"
    let values: Constant.Values = floats.isEmpty ? .int64s(ints) : .floats(floats)
    guard row.element == values.element else {
      throw node.error(attribute: name, "is not for an input of type \(row.element.onnxName)")
    }
    guard values.count == 1 || values.count == row.count else {
      throw node.error(attribute: name, "has \(values.count) elements, expected 1 or \(row.count) (features)")
    }
    let replaced: KernelCall.Argument =
      floats.isEmpty
      ? .int(Int(try node.int("replaced_value_int64") ?? 0)) : .float(try node.float("replaced_value_float") ?? 0)

    let substitutes = builder.constant("imputedValues", values)
    let imputed = builder.buffer("imputed", row.element, count: row.count)
    builder.call(
      "impute", (nil, .read(row.storage)), ("replaced", replaced), ("by", .constant(substitutes)),
      ("into", .write(imputed)))
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(imputed), element: row.element, shape: row.shape)))
  }
}
