// ai.onnx.Sum: from the first operand on.
enum SumOperator: FoldOperator {
  static let name = "Sum"
  static let versions: [Int64] = [6, 8, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "add"
}
