// `x / sqrt(mean(x^2) + epsilon) * scale`, of which ONNX Runtime makes one node.
enum RootMeanSquareFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard last.isOnnx("Mul") else { return false }
    for normalized in last.proto.inputs {
      guard let scale = last.other(than: normalized, builder),
        let division = builder.producer(of: normalized, "Div") ?? builder.producer(of: normalized, "Mul"),
        let quotient = try Quotient.of(division, builder), let mean = ReducedMean(of: quotient.divisor, builder),
        let power = builder.producer(of: mean.node.proto.inputs[0], "Pow"),
        builder.graph.areSame(power.proto.inputs[0], quotient.dividend),
        try builder.normalizesLast(mean.node, of: quotient.dividend, last), let scales = try builder.vector(scale, last)
      else { continue }
      guard let row = builder.floats(quotient.dividend), scales.element == .float, scales.count == row.shape.last else {
        throw last.error("a normalization of other than float32, and of one scale a feature, is not supported")
      }
      try builder.defineNormalized(
        row, quotient.dividend, by: "rootMeanSquareNormalization", [("scale", .read(scales.storage))],
        epsilon: mean.epsilon, of: last)
      return true
    }
    return false
  }
}
