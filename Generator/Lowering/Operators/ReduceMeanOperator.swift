// ai.onnx.ReduceMean: the sum over the number of elements.
enum ReduceMeanOperator: ReductionOperator {
  static let name = "ReduceMean"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let function = "sums"
  static let packedFunction = "sumsInPackets"
  static let hasLoopsByAxes = true
  static let functionOfLongColumns = "sumsFromFirst"

  static func functionBetween(_ element: ElementType) -> String {
    element == .float ? "sumsByFours" : function
  }

  static func functionOfIntegers(_ order: MergedDimensions.Order, hasLoop: Bool) -> String {
    hasLoop ? "uncompensatedMeans" : "means"
  }

  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor {
    let values: Constant.Values
    switch result.element {
    case .float: values = .floats([Float(count)])
    case .double: values = .doubles([Double(count)])
    // Divided before it became an integer again.
    default: return result
    }
    let divisor = builder.constant("count", values)
    let target = builder.buffer("mean", result.element, count: result.count)
    builder.call("divide", (nil, .read(result.storage)), (nil, .read(.constant(divisor))), ("into", .write(target)))
    return Tensor(storage: .buffer(target), element: result.element, shape: result.shape)
  }
}
