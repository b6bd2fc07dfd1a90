// ai.onnx.ml.FeatureVectorizer: rows side by side in float32, each cut or filled with zeros to its stated width.
enum FeatureVectorizerOperator: Operator {
  static let domain = Domain.ml
  static let name = "FeatureVectorizer"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["inputdimensions"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    let widths = try node.ints("inputdimensions") ?? []
    guard widths.count == node.proto.inputs.count, !widths.isEmpty else {
      throw node.error(
        attribute: "inputdimensions", "has \(widths.count) elements, expected \(node.proto.inputs.count) (inputs)")
    }
    try node.checkArity(inputs: 1...widths.count, outputs: 1...1)
    if let odd = widths.first(where: { !(1...1 << 16).contains($0) }) {
      throw node.error(attribute: "inputdimensions", "a width of \(odd)")
    }

    let total = widths.reduce(0) { $0 + Int($1) }
    let vector = builder.buffer("featureVector", count: total)
    var start = 0
    var element: ElementType?
    for (input, width) in widths.enumerated() {
      let row = try builder.row(input, of: node)
      guard row.element == element ?? row.element, row.element != .bool else {
        throw node.error("input '\(node.proto.inputs[input])' is of type \(row.element.onnxName)")
      }
      element = row.element
      builder.call(
        "copy", (nil, .read(builder.asFloat(row))), ("count", .int(min(row.count, Int(width)))), ("at", .int(start)),
        ("into", .write(vector)))
      start += Int(width)
    }
    builder.define(0, of: node, as: .tensor(Tensor(storage: .buffer(vector), element: .float, shape: [1, total])))
  }
}
