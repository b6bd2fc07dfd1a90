// ai.onnx.ReduceL2: the root of the sum of squares.
enum ReduceL2Operator: ReductionOperator {
  static let name = "ReduceL2"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let function = "lengths"
  static let packedFunction = "lengthsInPackets"
}
