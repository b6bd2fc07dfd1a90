// ai.onnx.LessOrEqual: false where NaN takes part.
enum LessOrEqualOperator: BinaryOperator {
  static let name = "LessOrEqual"
  static let versions: [Int64] = [12, 16]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "lessOrEqual"
  static let result: ElementType? = .bool
}
