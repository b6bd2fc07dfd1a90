// ai.onnx.ReduceMin: the least; what a NaN hides hangs on the order.
enum ReduceMinOperator: ReductionOperator {
  static let name = "ReduceMin"
  static let versions: [Int64] = [1, 11, 12, 13, 18, 20]
  static let function = "least"
  static let packedFunction = "leastInPackets"
  static let hasLoopsByAxes = true
  static let startsWithElement = true

  // The others are the same in any order.
  static func isPacked(_ element: ElementType) -> Bool { element != .int32 }
  static func functionBetween(_ element: ElementType) -> String { "leastByFours" }
}
