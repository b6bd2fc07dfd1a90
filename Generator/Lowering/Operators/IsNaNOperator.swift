// ai.onnx.IsNaN: whether an element is NaN.
enum IsNaNOperator: UnaryOperator {
  static let name = "IsNaN"
  static let versions: [Int64] = [9, 13, 20]
  static let types: [ElementType] = [.float, .double]
  static let function = "isNaN"
  static let result: ElementType? = .bool
}
