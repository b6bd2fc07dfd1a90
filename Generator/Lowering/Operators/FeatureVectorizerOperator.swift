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

    var rows: [Tensor] = []
    var element: ElementType?
    for input in widths.indices {
      let row = try builder.row(input, of: node)
      guard row.element == element ?? row.element, row.element != .bool else {
        throw node.error("input '\(node.proto.inputs[input])' is of type \(row.element.onnxName)")
      }
      element = row.element
      rows.append(row)
    }
    let total = widths.reduce(0) { $0 + Int($1) }
    var storage = Storage.joined(rows.map(\.storage))
    if element != .float || rows.map(\.count) != widths.map({ Int($0) }) { storage = nil }
    let vector = storage ?? joined(rows, widths, &builder)
    builder.define(0, of: node, as: .tensor(Tensor(storage: vector, element: .float, shape: [1, total])))
  }

  private static func joined(_ rows: [Tensor], _ widths: [Int64], _ builder: inout ProgramBuilder) -> Storage {
    let vector = builder.buffer("featureVector", count: widths.reduce(0) { $0 + Int($1) })
    var start = 0
    for (row, width) in zip(rows, widths) {
      builder.call(
        "copy", (nil, .read(builder.asFloat(row))), ("count", .int(min(row.count, Int(width)))), ("at", .int(start)),
        ("into", .write(vector)))
      start += Int(width)
    }
    return .buffer(vector)
  }
}
