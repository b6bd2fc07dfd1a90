// A product with 1 / x, which ONNX Runtime makes a quotient by x.
enum QuotientFusion: Fusion {
  static func lower(_ last: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard let quotient = try Quotient.ofProduct(last, builder) else { return false }
    var division = last
    division.proto.inputs = [quotient.dividend, quotient.divisor]
    division.proto.operation = DivOperator.name
    let factors = [try builder.shape(0, of: last), try builder.shape(1, of: last)]
    let operands = [try builder.shape(0, of: division), try builder.shape(1, of: division)]
    guard try builder.broadcastShape(operands, of: last) == builder.broadcastShape(factors, of: last) else {
      throw last.error("a product with 1 / x of more dimensions than x is not supported")
    }
    try DivOperator.lower(division, into: &builder)
    return true
  }
}

// What is divided by what.
struct Quotient {
  let dividend: String
  let divisor: String

  // Of a division, or of a product that is made one.
  static func of(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) -> Quotient? {
    guard node.isOnnx("Div"), node.proto.inputs.count == 2 else { return try ofProduct(node, builder) }
    return Quotient(dividend: node.proto.inputs[0], divisor: node.proto.inputs[1])
  }

  // Of a product with what 1 is divided by, which nothing else needs.
  static func ofProduct(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) -> Quotient? {
    guard node.isOnnx("Mul"), node.proto.inputs.count == 2 else { return nil }
    let divisors = node.proto.inputs.map { builder.divisorOfOne($0) }
    switch (divisors[0], divisors[1]) {
    case (let divisor?, nil): return Quotient(dividend: node.proto.inputs[1], divisor: divisor)
    case (nil, let divisor?): return Quotient(dividend: node.proto.inputs[0], divisor: divisor)
    case (.some, .some): throw node.error("a product of 1 / x and 1 / y is not supported")
    case (nil, nil): return nil
    }
  }
}

extension ProgramBuilder {
  // What 1 is divided by to make a name.
  fileprivate func divisorOfOne(_ name: String) -> String? {
    guard let inverse = graph.producer(of: name), inverse.isOnnx("Div"), graph.firstUses(of: name).count == 1,
      !graph.isOutput(name), inverse.proto.inputs.count == 2, isOne(inverse.proto.inputs[0]),
      graph.isComputed(inverse.proto.inputs[1])
    else { return nil }
    return inverse.proto.inputs[1]
  }

  private func isOne(_ name: String) -> Bool {
    guard !graph.isComputed(name), case .constant(let constant)? = value(name) else { return false }
    return constant.elements.isNumber(1)
  }
}
