// ai.onnx.SequenceConstruct: tensors of any shapes as one answer, as the probabilities of several classifications are. No
// operator here takes a sequence, so it is the elements, one tensor behind the other.
enum SequenceConstructOperator: Operator {
  static let domain = Domain.onnx
  static let name = "SequenceConstruct"
  static let versions: [Int64] = [11]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors
  static let scope = "as an output of the graph"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...Int(Int32.max), outputs: 1...1)
    guard var sequence = builder.tensor(try builder.joined(node)) else {
      throw node.error("the inputs are not numeric tensors")
    }
    sequence.shape = [1, sequence.count]
    sequence.isCollection = true
    builder.define(0, of: node, as: .tensor(sequence))
  }
}
