// ai.onnx.Ceil: towards positive infinity.
enum CeilOperator: UnaryOperator {
  static let name = "Ceil"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "ceiling"
}
