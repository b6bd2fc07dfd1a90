// ai.onnx.Div: integers towards zero.
enum DivOperator: BinaryOperator {
  static let name = "Div"
  static let versions: [Int64] = [7, 13, 14]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "divide"
  static var arithmetic: Arithmetic? { .divide }

  static let scope = "an integer divided by a computed 0, at which ONNX Runtime fails, stays what it is"

  static func check(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) {
    guard case .constant(let divisors) = try builder.value(1, of: node) else { return }
    switch divisors.elements {
    case .int64s(let values) where values.contains(0): throw node.error("an integer is divided by zero")
    case .int32s(let values) where values.contains(0): throw node.error("an integer is divided by zero")
    default: return
    }
  }
}
