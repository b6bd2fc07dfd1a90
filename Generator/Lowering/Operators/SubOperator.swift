// ai.onnx.Sub: integers wrap around.
enum SubOperator: BinaryOperator {
  static let name = "Sub"
  static let versions: [Int64] = [7, 13, 14]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "subtract"
  static var arithmetic: Arithmetic? { .subtract }
}
