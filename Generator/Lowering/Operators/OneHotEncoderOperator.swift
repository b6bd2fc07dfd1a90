// ai.onnx.ml.OneHotEncoder: an element becomes one number a category, 1 for its own. Other numbers become integers first.
enum OneHotEncoderOperator: Operator {
  static let domain = Domain.ml
  static let name = "OneHotEncoder"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["cats_int64s", "cats_strings", "zeros"]
  static let types: [ElementType] = [.float, .double, .int64]
  static let scope = "integer categories; an unknown one is all zeros, at which ONNX Runtime fails with `zeros` 0"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node)
    guard types.contains(tensor.element) else {
      throw node.error("input '\(node.proto.inputs[0])' is of type \(tensor.element.onnxName)")
    }
    guard try (node.strings("cats_strings") ?? []).isEmpty else {
      throw node.error(attribute: "cats_strings", "strings are not supported, only 'cats_int64s'")
    }
    let categories = try node.ints("cats_int64s") ?? []
    guard !categories.isEmpty else { throw node.error(attribute: "cats_int64s", "missing") }
    guard Set(categories).count == categories.count else {
      throw node.error(attribute: "cats_int64s", "a category is listed twice")
    }

    var source = tensor.storage
    if tensor.element != .int64 {
      let converted = builder.buffer("converted", .int64, count: tensor.count)
      builder.call("cast", (nil, .read(source)), ("into", .write(converted)))
      source = .buffer(converted)
    }
    let table = builder.constant("categories", .int64s(categories))
    let encoded = builder.buffer("encoded", count: tensor.count * categories.count)
    builder.call(
      "encodeOneHot", (nil, .read(source)), ("categories", .constant(table)), ("into", .write(encoded)))
    builder.define(
      0, of: node,
      as: .tensor(
        Tensor(storage: .buffer(encoded), element: .float, shape: tensor.shape + [categories.count])))
  }
}
