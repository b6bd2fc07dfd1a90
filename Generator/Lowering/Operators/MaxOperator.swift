// ai.onnx.Max: NaN where any operand is.
enum MaxOperator: FoldOperator {
  static let name = "Max"
  static let versions: [Int64] = [6, 8, 12, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let formerTypes: [(version: Int64, types: [ElementType])] = [(6, [.float]), (8, [.float, .double])]
  static let function = "greatest"

  static func arguments(_ a: [Int], _ b: [Int]) -> [(String?, KernelCall.Argument)] {
    [("span", .int(Shape.span(a, b))), ("swapped", .bool(Shape.isScalar(a, along: b, orBoth: true)))]
  }
}
