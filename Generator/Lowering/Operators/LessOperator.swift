// ai.onnx.Less: false where NaN takes part.
enum LessOperator: BinaryOperator {
  static let name = "Less"
  static let versions: [Int64] = [7, 9, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(7, [.float, .double])]
  static let function = "less"
  static let result: ElementType? = .bool
}
