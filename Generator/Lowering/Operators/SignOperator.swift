// ai.onnx.Sign: -1, 0 or 1; NaN is kept.
enum SignOperator: UnaryOperator {
  static let name = "Sign"
  static let versions: [Int64] = [9, 13]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let function = "sign"
}
