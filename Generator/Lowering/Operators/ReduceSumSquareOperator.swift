// ai.onnx.ReduceSumSquare: the sum of squares.
enum ReduceSumSquareOperator: ReductionOperator {
  static let name = "ReduceSumSquare"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let function = "sumsOfSquares"
  static let packedFunction = "sumsOfSquaresInPackets"
}
