// ai.onnx.ReduceSum: the sum.
enum ReduceSumOperator: ReductionOperator {
  static let name = "ReduceSum"
  static let versions: [Int64] = [1, 11, 13]
  static let function = "sums"
  static let packedFunction = "sumsInPackets"
  static let hasLoopsByAxes = true
  static let functionOfLongColumns = "sumsFromFirst"

  static func functionBetween(_ element: ElementType) -> String {
    element == .float ? "sumsByFours" : function
  }

  static func functionOfIntegers(_ order: MergedDimensions.Order, hasLoop: Bool) -> String {
    hasLoop && order != .last ? "uncompensatedSums" : function
  }
}
