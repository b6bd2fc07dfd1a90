// ai.onnx.ml.ZipMap: scores keyed by class. A map is read in the order of its keys, so the scores are put into that order.
enum ZipMapOperator: Operator {
  static let domain = Domain.ml
  static let name = "ZipMap"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["classlabels_int64s", "classlabels_strings"]
  static let types: [ElementType] = [.float]

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    guard row.element == .float else {
      throw node.error("input '\(node.proto.inputs[0])' is of type \(row.element.onnxName), expected float32")
    }
    let classes = try node.classes(ints: "classlabels_int64s", strings: "classlabels_strings")
    guard classes.count == row.count else {
      throw node.error("has \(classes.count) classes for \(row.count) scores")
    }
    if let own = row.classes, own != classes {
      throw node.error("its classes are not those of the classifier, in their order")
    }

    var result = row
    result.isCollection = true
    result.classes = classes.sorted
    if let order = classes.sorted.positions(in: classes), classes.sorted != classes {
      let positions = builder.constant("order", order)
      let ordered = builder.buffer("ordered", count: row.count)
      builder.call(
        "gather", (nil, .read(row.storage)), ("order", .constant(positions)), ("into", .write(ordered)))
      result.storage = .buffer(ordered)
    }
    builder.define(0, of: node, as: .tensor(result))
  }
}
