// Several nodes of which ONNX Runtime makes one, whose answer has other bits than theirs. Each is found at its last node; what
// the others were made into nothing needs then.
protocol Fusion: SendableMetatype {
  // Defines the last node's output if it and those before it are fused.
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool
}

enum FusionTable {
  static let fusions: [any Fusion.Type] = [
    GeluFusion.self,
    LayerNormalizationFusion.self,
    NegatedConditionFusion.self,
    NeutralOperandFusion.self,
    // Before the quotient alone, which is part of it.
    RootMeanSquareFusion.self,
    QuotientFusion.self,
    TanhGeluFusion.self,
  ]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    for fusion in fusions where try fusion.lower(node, into: &builder) { return true }
    return false
  }
}

// What fusions look at.
extension Node {
  func isOnnx(_ operation: String) -> Bool { domain == .onnx && proto.operation == operation }

  // What a node of two inputs takes beside one of them; nil where it takes that twice, or not at all.
  func other(than name: String, _ builder: ProgramBuilder) -> String? {
    guard proto.inputs.count == 2 else { return nil }
    let isSame = proto.inputs.map { builder.graph.areSame($0, name) }
    return isSame[0] == isSame[1] ? nil : proto.inputs[isSame[0] ? 1 : 0]
  }
}

extension ProgramBuilder {
  // The node of an operation that makes a name which is needed a number of times, and is no output of the graph.
  func producer(of name: String, _ operation: String, uses: Int = 1) -> Node? {
    guard let node = graph.producer(of: name), node.isOnnx(operation), graph.uses(of: name).count == uses,
      !graph.isOutput(name)
    else { return nil }
    return node
  }

  // Whether a name is a constant number next to another one.
  func isConstant(_ name: String, about expected: Float) -> Bool {
    guard !graph.isComputed(name), case .constant(let constant)? = value(name), constant.shape.count < 2,
      case .floats(let values) = constant.elements, values.count == 1
    else { return false }
    return (values[0] - expected).magnitude <= 1e-8 + 1e-5 * expected.magnitude
  }

  // The other input of a node where one of the two is such a constant.
  func operand(of node: Node, besides expected: Float) -> String? {
    guard node.proto.inputs.count == 2 else { return nil }
    let place = node.proto.inputs.firstIndex { isConstant($0, about: expected) }
    return place.map { node.proto.inputs[1 - $0] }
  }

  // A computed tensor of float32.
  func floats(_ name: String) -> Tensor? {
    guard case .tensor(let tensor)? = value(name), !tensor.isCollection, tensor.element == .float else { return nil }
    return tensor
  }
}
