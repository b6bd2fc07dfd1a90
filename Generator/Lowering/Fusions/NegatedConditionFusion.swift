// A choice by the opposite of a condition, which ONNX Runtime makes the opposite choice. Which of two zeros is chosen shows it.
enum NegatedConditionFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard last.isOnnx("Where"), last.proto.inputs.count == 3,
      let opposite = builder.graph.producer(of: last.proto.inputs[0]), opposite.isOnnx("Not"),
      builder.graph.isComputed(last.proto.inputs[0]), !builder.graph.isOutput(last.proto.inputs[0]),
      builder.graph.firstUses(of: last.proto.inputs[0]).allSatisfy({ $0.node.isOnnx("Where") })
    else { return false }
    var choice = last
    choice.proto.inputs = [opposite.proto.inputs[0], last.proto.inputs[2], last.proto.inputs[1]]
    try WhereOperator.lower(choice, into: &builder)
    return true
  }
}
