// ai.onnx.ReduceLogSumExp: the logarithm of the sum of exponentials, all of the C library.
enum ReduceLogSumExpOperator: ReductionOperator {
  static let name = "ReduceLogSumExp"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float]
  static let scope = "the axes are all that are larger than 1"
  static let function = "logarithmOfSum"
  static let rowFunction = "logarithmOfSum"
  static let takesColumns = false
}
