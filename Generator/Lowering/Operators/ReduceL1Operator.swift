// ai.onnx.ReduceL1: the sum of magnitudes.
enum ReduceL1Operator: ReductionOperator {
  static let name = "ReduceL1"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let function = "sumsOfMagnitudes"
  static let packedFunction = "sumsOfMagnitudesInPackets"
}
