// ai.onnx.ReduceMean: the sum over the number of elements.
enum ReduceMeanOperator: ReductionOperator {
  static let name = "ReduceMean"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float]
  static let function = "sums"
  static let rowFunction = "sumInPackets"
  static let packsRows = true

  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor {
    let divisor = builder.constant("count", [Float(count)])
    let mean = builder.buffer("mean", count: result.count)
    builder.call("divide", (nil, .read(result.storage)), (nil, .read(.constant(divisor))), ("into", .write(mean)))
    return Tensor(storage: .buffer(mean), element: .float, shape: result.shape)
  }
}
