// ai.onnx.Equal: NaN equals nothing.
enum EqualOperator: BinaryOperator {
  static let name = "Equal"
  static let versions: [Int64] = [7, 11, 13, 19]
  static let types: [ElementType] = ElementType.ofTensors
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(7, [.int64, .int32, .bool])]
  static let function = "equal"
  static let result: ElementType? = .bool
}
