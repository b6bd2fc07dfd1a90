// All operators the generator compiles.
enum OperatorTable {
  static let operators: [any Operator.Type] = [
    CastOperator.self, IdentityOperator.self, NormalizerOperator.self, ReshapeOperator.self, ScalerOperator.self,
    SVMClassifierOperator.self, ZipMapOperator.self,
  ]

  // The operator a node names, in the version its operator set gives it.
  static func find(_ node: Node, opsets: [Domain: Int64]) throws(UnsupportedModel) -> any Operator.Type {
    guard let found = operators.first(where: { $0.domain == node.domain && $0.name == node.proto.operation }) else {
      let names = operators.filter { $0.domain == node.domain }.map { $0.name }.joined(separator: ", ")
      throw node.error(
        names.isEmpty
          ? "the domain is not supported" : "the operator is not supported; those of its domain are \(names)")
    }
    guard let opset = opsets[found.domain] else {
      throw node.error("the model does not import the operator set \(found.domain.rawValue)")
    }
    guard let oldest = found.versions.first, opset >= oldest else {
      throw node.error(
        "operator set \(opset) is too old; version \(found.versions[0]) of the operator is the oldest supported")
    }
    return found
  }
}
