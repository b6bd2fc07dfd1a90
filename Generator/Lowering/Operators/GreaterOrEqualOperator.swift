// ai.onnx.GreaterOrEqual: false where NaN takes part.
enum GreaterOrEqualOperator: BinaryOperator {
  static let name = "GreaterOrEqual"
  static let versions: [Int64] = [12, 16]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "greaterOrEqual"
  static let result: ElementType? = .bool
}
