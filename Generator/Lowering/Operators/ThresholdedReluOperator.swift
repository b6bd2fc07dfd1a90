// ai.onnx.ThresholdedRelu: what is not more than a threshold is zero.
enum ThresholdedReluOperator: UnaryOperator {
  static let name = "ThresholdedRelu"
  static let versions: [Int64] = [10, 22]
  static let attributes: Set<String> = ["alpha"]
  static let types: [ElementType] = [.float]
  static let function = "thresholdRectify"

  static func arguments(_ node: Node) throws(UnsupportedModel) -> [(String?, KernelCall.Argument)] {
    [("alpha", .float(try node.float("alpha", default: 1)))]
  }
}
