// ai.onnx.LogSoftmax: the logarithm of the softmax along an axis; before version 13 along all dimensions from it on.
enum LogSoftmaxOperator: Operator {
  static let domain = Domain.onnx
  static let name = "LogSoftmax"
  static let versions: [Int64] = [1, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types: [ElementType] = [.float]
  static let scope = SoftmaxOperator.scope

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    builder.define(
      0, of: node, as: .tensor(try SoftmaxOperator.lower(node, types: types, by: "logSoftmax", into: &builder)))
  }
}
