// ai.onnx.ReduceSum: the sum.
enum ReduceSumOperator: ReductionOperator {
  static let name = "ReduceSum"
  static let versions: [Int64] = [1, 11, 13]
  static let types: [ElementType] = [.float]
  static let function = "sums"
  static let rowFunction = "sumInPackets"
  static let packsRows = true
}
