// ai.onnx.ml.Normalizer of float32.
enum NormalizerOperator: Operator {
  static let domain = Domain.ml
  static let name = "Normalizer"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["norm"]
  static let types: [ElementType] = [.float]
  static let scope = "the norms MAX, L1 and L2"

  private enum Norm: String, CaseIterable {
    case max = "MAX"
    case l1 = "L1"
    case l2 = "L2"
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    guard row.element == .float else {
      throw node.error("input '\(node.proto.inputs[0])' is of type \(row.element.onnxName), only float32 is supported")
    }
    let norm = try node.choice("norm", default: Norm.max)
    let function =
      switch norm {
      case .max: "normalizeByMaximum"
      case .l1: "normalizeBySum"
      case .l2: "normalizeByLength"
      }
    let normalized = builder.buffer("normalized", count: row.count)
    builder.call(function, (nil, .read(row.storage)), ("into", .write(normalized)))
    var result = row
    result.storage = .buffer(normalized)
    result.areProbabilities = norm == .l1 && (row.areProbabilities || row.areProportions)
    result.areProportions = result.areProbabilities
    builder.define(0, of: node, as: .tensor(result))
  }
}
