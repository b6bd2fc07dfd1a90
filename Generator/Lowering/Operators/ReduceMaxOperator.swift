// ai.onnx.ReduceMax: the greatest; a NaN where it comes first.
enum ReduceMaxOperator: ReductionOperator {
  static let name = "ReduceMax"
  static let versions: [Int64] = [1, 11, 12, 13, 18, 20]
  static let types: [ElementType] = [.float]
  static let function = "greatestOfColumns"
  static let rowFunction = "greatestInPackets"
  static let packsRows = true
}
