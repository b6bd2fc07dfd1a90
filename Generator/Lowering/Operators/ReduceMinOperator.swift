// ai.onnx.ReduceMin: the least; a NaN where it comes first.
enum ReduceMinOperator: ReductionOperator {
  static let name = "ReduceMin"
  static let versions: [Int64] = [1, 11, 12, 13, 18, 20]
  static let types: [ElementType] = [.float]
  static let function = "leastOfColumns"
  static let rowFunction = "leastInPackets"
  static let packsRows = true
}
