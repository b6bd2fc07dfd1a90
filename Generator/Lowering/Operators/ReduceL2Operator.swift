// ai.onnx.ReduceL2: the root of the sum of squares.
enum ReduceL2Operator: ReductionOperator {
  static let name = "ReduceL2"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float]
  static let function = "sumsOfSquares"
  static let rowFunction = "sumOfSquaresInPackets"

  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor {
    let length = builder.buffer("length", count: result.count)
    builder.call("squareRoot", (nil, .read(result.storage)), ("into", .write(length)))
    return Tensor(storage: .buffer(length), element: .float, shape: result.shape)
  }
}
