// A node's inputs as operators take them.
extension ProgramBuilder {
  // A tensor of numbers, whatever it is known as: a constant becomes one of the program's, a label one of its classes.
  mutating func tensor(_ input: Int, of node: Node) throws(UnsupportedModel) -> Tensor {
    guard let tensor = tensor(try value(input, of: node)) else { throw notNumeric(input, of: node) }
    return tensor
  }

  // Nil for what is no tensor of numbers.
  mutating func tensor(_ value: Value) -> Tensor? {
    switch value {
    case .tensor(let tensor): tensor.isCollection ? nil : tensor
    case .constant(let constant): materialize(constant, as: "constant")
    case .label(let label): tensor(of: label)
    }
  }

  // A label as the number of its class; nil where classes are strings.
  mutating func tensor(of label: Value.Label) -> Tensor? {
    guard let numbers = label.numbers else { return nil }
    let table = constant("classes", numbers)
    let number = buffer("classNumber", label.element, count: 1)
    call("element", ("of", .constant(table)), ("at", .label(label.result)), ("into", .write(number)))
    return Tensor(storage: .buffer(number), element: label.element, shape: label.shape)
  }

  // The same, where an operator takes one row of numbers: shape [features] or [1, features].
  mutating func row(_ input: Int, of node: Node) throws(UnsupportedModel) -> Tensor {
    let tensor = try tensor(input, of: node)
    guard tensor.shape.count == 1 || (tensor.shape.count == 2 && tensor.shape[0] == 1) else {
      throw node.error("input '\(node.proto.inputs[input])' has the shape \(tensor.shape), expected one row")
    }
    return tensor
  }

  // A tensor as above, of one of the types that an operator takes.
  mutating func tensor(_ input: Int, of node: Node, types: [ElementType]) throws(UnsupportedModel) -> Tensor {
    try check(try element(input, of: node), of: input, node, types)
    return try tensor(input, of: node)
  }

  func check(
    _ element: ElementType, of input: Int, _ node: Node, _ types: [ElementType]
  ) throws(UnsupportedModel) {
    guard types.contains(element) else {
      throw node.error("input '\(node.proto.inputs[input])' is of type \(element.onnxName), which is not supported")
    }
  }

  // A tensor known at build time.
  func constant(_ input: Int, of node: Node) throws(UnsupportedModel) -> ConstantTensor {
    guard case .constant(let constant) = try value(input, of: node) else {
      throw node.error("input '\(node.proto.inputs[input])' is computed, which is not supported, only a constant")
    }
    return constant
  }

  // The type of what an input stands for.
  func element(_ input: Int, of node: Node) throws(UnsupportedModel) -> ElementType {
    switch try value(input, of: node) {
    case .tensor(let tensor) where !tensor.isCollection: return tensor.element
    case .constant(let constant):
      guard let element = constant.elements.element else { throw notNumeric(input, of: node) }
      return element
    case .label(let label):
      guard case .ints = label.classes else { throw notNumeric(input, of: node) }
      return label.element
    default: throw notNumeric(input, of: node)
    }
  }

  // The shape of what an input stands for.
  func shape(_ input: Int, of node: Node) throws(UnsupportedModel) -> [Int] {
    guard let shape = try value(input, of: node).shape else { throw notNumeric(input, of: node) }
    return shape
  }

  // The indices that a constant holds, of either type that indices have.
  func indices(_ input: Int, of node: Node) throws(UnsupportedModel) -> [Int64] {
    if case .int32s(let values) = try constant(input, of: node).elements { return values.map { Int64($0) } }
    return try int64s(input, of: node)
  }

  // A shape that a constant holds.
  func sizes(_ input: Int, of node: Node) throws(UnsupportedModel) -> [Int] {
    let numbers = try int64s(input, of: node)
    let sizes = numbers.map { Int($0) }
    guard Shape.checkedCount(sizes) != nil else { throw node.error("\(numbers) is no shape") }
    return sizes
  }

  // The axes that an attribute or, where there is one, the second input names; nil where neither does.
  func axes(_ node: Node, rank: Int) throws(UnsupportedModel) -> Set<Int>? {
    guard let numbers = node.has(input: 1) ? try int64s(1, of: node) : try node.ints("axes") else { return nil }
    var axes: Set<Int> = []
    for number in numbers {
      guard let axis = Shape.axis(number, rank: rank), axes.insert(axis).inserted else {
        throw node.error("\(numbers) are not axes of \(rank) dimensions")
      }
    }
    return axes
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

extension TensorElements {
  // Nil for elements that are no numbers.
  var element: ElementType? { Constant.Values(self)?.element }
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
    case .strings, .uint8s, .other: return nil
    }
  }
}
