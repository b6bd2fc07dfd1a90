// ai.onnx.ReduceLogSum: the logarithm of the sum, of the C library.
enum ReduceLogSumOperator: ReductionOperator {
  static let name = "ReduceLogSum"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float, .double]
  static let function = "sums"
  static let packedFunction = "sumsInPackets"

  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor {
    let target = builder.buffer("logarithm", result.element, count: result.count)
    builder.call("libraryLogarithms", (nil, .read(result.storage)), ("into", .write(target)))
    return Tensor(storage: .buffer(target), element: result.element, shape: result.shape)
  }
}
