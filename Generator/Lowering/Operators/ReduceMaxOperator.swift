// ai.onnx.ReduceMax: the greatest; what a NaN hides hangs on the order.
enum ReduceMaxOperator: ReductionOperator {
  static let name = "ReduceMax"
  static let versions: [Int64] = [1, 11, 12, 13, 18, 20]
  static let function = "greatest"
  static let packedFunction = "greatestInPackets"
  static let hasLoopsByAxes = true
  static let startsWithElement = true

  // The others are the same in any order.
  static func isPacked(_ element: ElementType) -> Bool { element != .int32 }
  static func functionBetween(_ element: ElementType) -> String { "greatestByFours" }
}
