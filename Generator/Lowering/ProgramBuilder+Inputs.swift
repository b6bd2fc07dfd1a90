// A node's inputs as operators take them.
extension ProgramBuilder {
  // A tensor of numbers, whatever it is known as: a constant becomes one of the program's, a label one of its classes.
  mutating func tensor(_ input: Int, of node: Node) throws(UnsupportedModel) -> Tensor {
    switch try value(input, of: node) {
    case .tensor(let tensor) where !tensor.isMap: return tensor
    case .constant(let constant):
      guard let tensor = materialize(constant, as: "constant") else { throw notNumeric(input, of: node) }
      return tensor
    case .label(let label):
      guard case .ints(let classes) = label.classes else { throw notNumeric(input, of: node) }
      let table = constant("classes", .int64s(classes))
      let number = buffer("classNumber", .int64, count: 1)
      call("element", ("of", .constant(table)), ("at", .label(label.result)), ("into", .write(number)))
      return Tensor(storage: .buffer(number), element: .int64, shape: label.shape)
    default: throw notNumeric(input, of: node)
    }
  }

  // The same, where an operator takes one row of numbers: shape [features] or [1, features].
  mutating func row(_ input: Int, of node: Node) throws(UnsupportedModel) -> Tensor {
    let tensor = try tensor(input, of: node)
    guard tensor.shape.count == 1 || (tensor.shape.count == 2 && tensor.shape[0] == 1) else {
      throw node.error("input '\(node.proto.inputs[input])' has the shape \(tensor.shape), expected one row")
    }
    return tensor
  }

  // A tensor known at build time.
  func constant(_ input: Int, of node: Node) throws(UnsupportedModel) -> ConstantTensor {
    guard case .constant(let constant) = try value(input, of: node) else {
      throw node.error("input '\(node.proto.inputs[input])' is computed, which is not supported, only a constant")
    }
    return constant
  }

  // The integers of a constant.
  func int64s(_ input: Int, of node: Node) throws(UnsupportedModel) -> [Int64] {
    guard case .int64s(let values) = try constant(input, of: node).elements else {
      throw node.error("input '\(node.proto.inputs[input])' is not of type int64")
    }
    return values
  }

  // A constant as one of the program's; nil where its elements are no numbers.
  mutating func materialize(_ constant: ConstantTensor, as name: String) -> Tensor? {
    guard let values = Constant.Values(constant.elements) else { return nil }
    return Tensor(
      storage: .constant(self.constant(name, values)), element: values.element, shape: constant.shape)
  }

  // The elements as float32, converted if they are of another type.
  mutating func asFloat(_ tensor: Tensor) -> Storage {
    guard tensor.element != .float else { return tensor.storage }
    let converted = buffer("converted", count: tensor.count)
    call("cast", (nil, .read(tensor.storage)), ("into", .write(converted)))
    return .buffer(converted)
  }

  private func notNumeric(_ input: Int, of node: Node) -> UnsupportedModel {
    node.error("input '\(node.proto.inputs[input])' is not a numeric tensor")
  }
}

extension Constant.Values {
  // Nil for elements that are no numbers.
  init?(_ elements: TensorElements) {
    switch elements {
    case .floats(let values): self = .floats(values)
    case .doubles(let values): self = .doubles(values)
    case .int64s(let values): self = .int64s(values)
    case .int32s(let values): self = .int32s(values)
    case .bools(let values): self = .bools(values)
    case .strings, .other: return nil
    }
  }
}
