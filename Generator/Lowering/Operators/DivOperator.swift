// ai.onnx.Div: integers towards zero.
enum DivOperator: BinaryOperator {
  static let name = "Div"
  static let versions: [Int64] = [7, 13, 14]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "divide"

  static let scope = "integers by constants other than 0"

  static func check(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) {
    switch try builder.element(1, of: node) {
    case .float, .double: return
    default:
      // ONNX Runtime ends where an integer is divided by zero.
      guard !(try builder.indices(1, of: node)).contains(0) else { throw node.error("an integer is divided by zero") }
    }
  }
}
