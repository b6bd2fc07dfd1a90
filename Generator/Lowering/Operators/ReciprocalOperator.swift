// ai.onnx.Reciprocal: one division.
enum ReciprocalOperator: UnaryOperator {
  static let name = "Reciprocal"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "reciprocal"
}
