// ai.onnx.ArgMax: where the greatest element along an axis stands.
enum ArgMaxOperator: Operator {
  static let domain = Domain.onnx
  static let name = "ArgMax"
  static let versions: [Int64] = [1, 11, 12, 13]
  static let attributes: Set<String> = ["axis", "keepdims", "select_last_index"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try builder.lowerPosition(node, types: types, of: "Greatest")
  }
}
