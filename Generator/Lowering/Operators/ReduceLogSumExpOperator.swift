// ai.onnx.ReduceLogSumExp: the logarithm of the sum of exponentials, all of the C library.
enum ReduceLogSumExpOperator: ReductionOperator {
  static let name = "ReduceLogSumExp"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float, .double]
  static let function = "logSumExp"
  static let packedFunction = "logSumExpInPackets"
}
