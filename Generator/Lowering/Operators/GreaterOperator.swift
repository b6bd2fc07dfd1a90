// ai.onnx.Greater: false where NaN takes part.
enum GreaterOperator: BinaryOperator {
  static let name = "Greater"
  static let versions: [Int64] = [7, 9, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(7, [.float, .double])]
  static let function = "greater"
  static let result: ElementType? = .bool
}
