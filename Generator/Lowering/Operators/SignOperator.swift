// ai.onnx.Sign: -1, 0 or 1; NaN is kept.
enum SignOperator: UnaryOperator {
  static let name = "Sign"
  static let versions: [Int64] = [9, 13]
  // ONNX Runtime calls 2^31 up to 2^32 - 1 negative where they are int64.
  static let types: [ElementType] = [.float, .double, .int32]
  static let function = "sign"
}
