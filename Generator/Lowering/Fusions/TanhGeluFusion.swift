// A Gelu by the hyperbolic tangent, written out with one of two polynomials, of which ONNX Runtime makes one node.
enum TanhGeluFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard last.isOnnx("Mul"), !builder.graph.isOutput(last.proto.outputs[0]),
      let name = operand(of: last, builder), let row = builder.floats(name)
    else { return false }
    builder.defineGelu(last, of: row, by: .tanh)
    return true
  }

  private static func operand(of last: Node, _ builder: ProgramBuilder) -> String? {
    for sum in last.proto.inputs {
      guard let half = last.other(than: sum, builder).flatMap({ builder.graph.producer(of: $0) }), half.isOnnx("Mul"),
        !builder.graph.isOutput(half.proto.outputs[0]), let name = builder.operand(of: half, besides: 0.5),
        let add = builder.producer(of: sum, "Add"), let tangent = builder.operand(of: add, besides: 1),
        let tanh = builder.producer(of: tangent, "Tanh"),
        let argument = builder.producer(of: tanh.proto.inputs[0], "Mul"),
        isFactored(argument, of: name, builder) || isPolynomial(argument, of: name, builder)
      else { continue }
      return name
    }
    return nil
  }

  // 0.79788 * x * (1 + 0.044715 * x * x)
  private static func isFactored(_ argument: Node, of name: String, _ builder: ProgramBuilder) -> Bool {
    argument.proto.inputs.contains { input in
      guard let line = builder.producer(of: input, "Mul"),
        let factor = builder.operand(of: line, besides: 0.7978845834732056), builder.graph.areSame(factor, name),
        let sum = argument.other(than: input, builder).flatMap({ builder.producer(of: $0, "Add") }),
        let square = builder.operand(of: sum, besides: 1).flatMap({ builder.producer(of: $0, "Mul") }),
        let first = square.other(than: name, builder).flatMap({ builder.producer(of: $0, "Mul") }),
        let base = builder.operand(of: first, besides: 0.044715)
      else { return false }
      return builder.graph.areSame(base, name)
    }
  }

  // 0.79788 * (x + 0.044715 * x^3)
  private static func isPolynomial(_ argument: Node, of name: String, _ builder: ProgramBuilder) -> Bool {
    guard
      let sum = builder.operand(of: argument, besides: 0.7978845834732056).flatMap({ builder.producer(of: $0, "Add") }),
      let third = sum.other(than: name, builder).flatMap({ builder.producer(of: $0, "Mul") }),
      let power = builder.operand(of: third, besides: 0.044714998453855515).flatMap({ builder.producer(of: $0, "Pow") })
    else { return false }
    return builder.isConstant(power.proto.inputs[1], about: 3) && builder.graph.areSame(power.proto.inputs[0], name)
  }
}
