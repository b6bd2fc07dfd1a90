// ai.onnx.Min: NaN where any operand is.
enum MinOperator: FoldOperator {
  static let name = "Min"
  static let versions: [Int64] = [8, 12, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "least"

  static func arguments(_ a: [Int], _ b: [Int]) -> [(String?, KernelCall.Argument)] {
    [("prefersFirst", .bool(Shape.isScalar(a, along: b)))]
  }
}
