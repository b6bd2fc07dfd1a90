// ai.onnx.ml.ArrayFeatureExtractor: elements of the last dimension, by their indices. A class picked by an index that is
// computed is a class label.
enum ArrayFeatureExtractorOperator: Operator {
  static let domain = Domain.ml
  static let name = "ArrayFeatureExtractor"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope =
    "strings too where they are classes picked by one computed index; " + GatherOperator.scope

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let value = try builder.value(0, of: node)
    guard let shape = value.shape else { throw node.error("input '\(node.proto.inputs[0])' is not a tensor") }
    guard let width = shape.last else { throw node.error("input '\(node.proto.inputs[0])' has no dimension") }
    if case .constant = try builder.value(1, of: node) {
      let indices = try builder.int64s(1, of: node)
      guard !indices.isEmpty else { throw node.error("input '\(node.proto.inputs[1])' has no index") }
      if let odd = indices.first(where: { $0 < 0 || $0 >= width }) {
        throw node.error("index \(odd) is out of range, expected 0 to \(width - 1)")
      }
      let starts = stride(from: 0, to: Shape.count(shape), by: width)
      let positions = starts.flatMap { start in indices.map { start + Int($0) } }
      let result = try builder.gathered(
        value, at: positions, shape: resultShape(shape, indices: indices.count), of: node)
      return builder.define(0, of: node, as: result)
    }
    try lowerComputed(value, node, into: &builder)
  }

  private static func lowerComputed(
    _ value: Value, _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    let indices = try builder.tensor(1, of: node)
    guard indices.element == .int64 else { throw node.error("input '\(node.proto.inputs[1])' is not of type int64") }
    if indices.count == 1, case .constant(let constant) = value, constant.elements.count == constant.shape.last,
      let classes = ClassTable(constant.elements)
    {
      let result = builder.callForLabel(
        "classIndex", (nil, .read(indices.storage)), ("count", .int(classes.count)))
      var label = Value.Label(result: result, classes: classes, shape: resultShape(constant.shape, indices: 1))
      label.element = constant.elements.element ?? .int64
      return builder.define(0, of: node, as: .label(label))
    }
    let tensor = try builder.tensor(0, of: node)
    let shape = resultShape(tensor.shape, indices: indices.count)
    let picked = builder.buffer("picked", tensor.element, count: Shape.count(shape))
    builder.call(
      "pick", (nil, .read(tensor.storage)), ("width", .int(tensor.shape[tensor.shape.count - 1])),
      ("indices", .read(indices.storage)), ("into", .write(picked)))
    builder.define(
      0, of: node, as: .tensor(Tensor(storage: .buffer(picked), element: tensor.element, shape: shape)))
  }

  // Of one dimension two are made.
  private static func resultShape(_ shape: [Int], indices: Int) -> [Int] {
    (shape.count == 1 ? [1] : shape.dropLast()) + [indices]
  }
}

extension ClassTable {
  // Nil unless the elements can name classes: they do not if one is there twice.
  init?(_ elements: TensorElements) {
    switch elements {
    case .int64s(let values):
      guard Set(values).count == values.count else { return nil }
      self = .ints(values)
    case .int32s(let values): self.init(.int64s(values.map { Int64($0) }))
    case .strings(let values):
      let texts = values.compactMap { String(validating: $0, as: UTF8.self) }
      guard texts.count == values.count, Set(values).count == values.count else { return nil }
      self = .strings(texts)
    default: return nil
    }
  }
}
