// ai.onnx.Floor: towards negative infinity.
enum FloorOperator: UnaryOperator {
  static let name = "Floor"
  static let versions: [Int64] = [6, 13]
  static let types: [ElementType] = [.float, .double]
  static let function = "floor"
}
