// A LayerNormalization written out, as exporters do before operator set 17: the distances from the mean over the root of their
// mean square, times a scale, plus a bias.
enum LayerNormalizationFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard last.isOnnx("Add"), last.proto.inputs.count == 2 else { return false }
    for scaled in last.proto.inputs {
      guard let product = builder.producer(of: scaled, "Mul"), let bias = last.other(than: scaled, builder) else {
        continue
      }
      for normalized in product.proto.inputs {
        guard let scale = product.other(than: normalized, builder), let division = try division(normalized, builder),
          let row = try operand(of: division, builder)
        else { continue }
        return try lower(last, row, scale: scale, bias: bias, divisor: division.divisor, into: &builder)
      }
    }
    return false
  }

  private static func division(_ name: String, _ builder: ProgramBuilder) throws(UnsupportedModel) -> Quotient? {
    guard let node = builder.producer(of: name, "Div") ?? builder.producer(of: name, "Mul") else { return nil }
    return try Quotient.of(node, builder)
  }

  private static func lower(
    _ last: Node, _ name: String, scale: String, bias: String, divisor: String, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Bool {
    guard try builder.normalizesLast(ReducedMean(of: divisor, builder)!.node, of: name, last),
      let scales = try builder.vector(scale, last), let biases = try builder.vector(bias, last),
      scales.shape == biases.shape
    else { return false }
    guard let row = builder.floats(name), scales.element == .float, biases.element == .float,
      scales.count == row.shape.last
    else {
      throw last.error(
        "a LayerNormalization of other than float32, and of one scale and bias a feature, is not supported")
    }
    try builder.normalize(
      row, name, scale: scales, bias: biases, epsilon: ReducedMean(of: divisor, builder)!.epsilon, of: last)
    return true
  }

  // What the mean is taken of, where the quotient is that of its distances.
  private static func operand(of quotient: Quotient, _ builder: ProgramBuilder) throws(UnsupportedModel) -> String? {
    guard let distance = builder.producer(of: quotient.dividend, "Sub", uses: 2),
      let variance = ReducedMean(of: quotient.divisor, builder),
      let power = builder.producer(of: variance.node.proto.inputs[0], "Pow"),
      power.proto.inputs.contains(where: { builder.graph.areSame($0, quotient.dividend) })
    else { return nil }
    for mean in distance.proto.inputs {
      guard let name = distance.other(than: mean, builder), let node = builder.producer(of: mean, "ReduceMean"),
        builder.graph.areSame(node.proto.inputs[0], name)
      else { continue }
      let axes = try builder.constantAxes(node)
      return axes == (try builder.constantAxes(variance.node)) ? name : nil
    }
    return nil
  }
}

// The mean in `sqrt(mean + epsilon)`.
struct ReducedMean {
  let node: Node
  let epsilon: Float

  init?(of root: String, _ builder: ProgramBuilder) {
    guard let sqrt = builder.producer(of: root, "Sqrt"), let sum = builder.producer(of: sqrt.proto.inputs[0], "Add"),
      let node = sum.proto.inputs.lazy.compactMap({ builder.producer(of: $0, "ReduceMean") }).first
    else { return nil }
    self.node = node
    // ONNX Runtime looks for it at the second place alone.
    guard case .constant(let constant)? = builder.value(sum.proto.inputs[1]),
      case .floats(let values) = constant.elements,
      !builder.graph.isComputed(sum.proto.inputs[1]), let first = values.first
    else {
      epsilon = 1e-5
      return
    }
    epsilon = first
  }
}

extension ProgramBuilder {
  // The axes of a reduction, nil where it is one over all.
  func constantAxes(_ node: Node) throws(UnsupportedModel) -> [Int64]? {
    if let axes = try node.ints("axes") { return axes }
    guard node.has(input: 1), case .constant(let constant)? = value(node.proto.inputs[1]),
      case .int64s(let axes) = constant.elements, !axes.isEmpty
    else { return nil }
    return axes
  }

  // Whether a mean is one along the last dimension, as far as ONNX Runtime knows.
  func normalizesLast(_ mean: Node, of name: String, _ last: Node) throws(UnsupportedModel) -> Bool {
    guard let axes = try constantAxes(mean), axes.count == 1, let shape = value(name)?.shape else { return false }
    guard axes[0] > 0 else { return axes[0] == -1 }
    guard axes[0] == shape.count - 1 else { return false }
    switch graph.rank(of: name) {
    case .known: return true
    case .unknown: return false
    case .unsure: throw last.error("whether a LayerNormalization is made of it is not known, which is not supported")
    }
  }

  // A tensor of one dimension; nil for one of others.
  mutating func vector(_ name: String, _ last: Node) throws(UnsupportedModel) -> Tensor? {
    guard let value = value(name), value.shape?.count == 1 else { return nil }
    guard !graph.isComputed(name) || graph.rank(of: name) == .known else {
      throw last.error("whether a LayerNormalization is made of it is not known, which is not supported")
    }
    return tensor(value)
  }
}
