// ai.onnx.Add: integers wrap around.
enum AddOperator: BinaryOperator {
  static let name = "Add"
  static let versions: [Int64] = [7, 13, 14]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "add"
  static var arithmetic: Arithmetic? { .add }
}
