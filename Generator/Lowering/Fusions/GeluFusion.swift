// `x / sqrt(2)`, Erf, plus 1, times x and 0.5, of which ONNX Runtime makes a Gelu where x is multiplied with 0.5 first, or the
// product last.
enum GeluFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard last.isOnnx("Mul"), let name = operand(of: last, builder), let row = builder.floats(name) else {
      return false
    }
    builder.defineGelu(last, of: row)
    return true
  }

  private static func operand(of last: Node, _ builder: ProgramBuilder) -> String? {
    for input in last.proto.inputs {
      if let half = builder.producer(of: input, "Mul"), let name = builder.operand(of: half, besides: 0.5),
        let sum = last.other(than: input, builder), isTwiceProbability(sum, of: name, builder)
      {
        return name
      }
    }
    guard let whole = builder.operand(of: last, besides: 0.5), let product = builder.producer(of: whole, "Mul") else {
      return nil
    }
    for name in product.proto.inputs {
      if let sum = product.other(than: name, builder), isTwiceProbability(sum, of: name, builder),
        !product.proto.inputs.contains(where: { builder.graph.producer(of: $0)?.isOnnx("Mul") == true })
      {
        return name
      }
    }
    return nil
  }

  // 1 + erf(x / sqrt(2)), with either of two roots.
  private static func isTwiceProbability(_ sum: String, of name: String, _ builder: ProgramBuilder) -> Bool {
    guard let add = builder.producer(of: sum, "Add"), let error = builder.operand(of: add, besides: 1),
      let erf = builder.producer(of: error, "Erf"), let division = builder.producer(of: erf.proto.inputs[0], "Div"),
      builder.graph.areSame(division.proto.inputs[0], name)
    else { return false }
    return [1.4142099618911743, 1.4142135].contains { builder.isConstant(division.proto.inputs[1], about: $0) }
  }
}
