// A sum with 0 or a product with 1, which ONNX Runtime leaves out: a zero of the other operand keeps its sign.
enum NeutralOperandFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard let passed = builder.graph.passedInput(of: last), let value = builder.value(last.proto.inputs[passed.place]),
      let shape = value.shape, let other = builder.value(last.proto.inputs[1 - passed.place]),
      let rank = other.shape?.count, rank <= shape.count
    else { return false }
    guard passed.rank == .known else {
      guard !changesZeros(other, last) else {
        throw last.error("whether the zero is left out is not known, which is not supported")
      }
      return false
    }
    builder.define(0, of: last, as: value)
    return true
  }

  // Of a floating-point zero added, or of a negative one taken away, the sign of a zero tells whether it was done.
  private static func changesZeros(_ value: Value, _ node: Node) -> Bool {
    guard case .constant(let constant) = value else { return false }
    let isSum = node.isOnnx("Add")
    guard isSum || node.isOnnx("Sub") else { return false }
    return switch constant.elements {
    case .floats(let values): (values[0].sign == .plus) == isSum
    case .doubles(let values): (values[0].sign == .plus) == isSum
    default: false
    }
  }
}
