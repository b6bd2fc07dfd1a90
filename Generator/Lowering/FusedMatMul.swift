// A MatMul with the nodes around it that ONNX Runtime makes one of with it: a Transpose, Mul or Div by one constant number
// before it, and Mul, Div or Add behind it.
struct FusedMatMul {
  private(set) var operands: [Value]
  private(set) var transposes = [false, false]
  private(set) var alpha: Float = 1
  // A bias, that is there before the products are added to it.
  private(set) var bias: Value?
  // Whether ONNX Runtime puts the second operand in order beforehand.
  private(set) var isPacked = false
  // The nodes whose work is done along with the product, in order.
  private(set) var absorbed: [Node] = []

  private let node: Node
  private let element: ElementType
  private var names: [String]

  init(_ node: Node, element: ElementType, _ builder: ProgramBuilder) throws(UnsupportedModel) {
    self.node = node
    self.element = element
    names = node.proto.inputs
    operands = [try builder.value(0, of: node), try builder.value(1, of: node)]
    isPacked = try packs(builder)
    if try fusesSum(builder) { return }
    var isChanged = element == .float || element == .double
    while isChanged {
      let isScaled = try fusesScale(builder)
      let isTransposed = try fusesTranspose(builder)
      isChanged = isScaled || isTransposed
    }
  }

  // The name of what is defined in the end.
  var output: String { (absorbed.last ?? node).proto.outputs[0] }

  private var shapes: [[Int]] { operands.map { $0.shape ?? [] } }

  private func packs(_ builder: ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard element == .float, shapes[1].count == 2 else { return false }
    let isConstant = names.map { !builder.graph.isComputed($0) }
    // Of one product there is only one order.
    guard shapes[1][0] > 1 else { return isConstant[1] }
    if isConstant[1], isConstant[0] { throw node.error("both operands are constants, which is not supported") }
    if !isConstant[1], case .constant = operands[1] {
      throw node.error("a matrix made of the input's shape is not supported")
    }
    return isConstant[1]
  }

  // MARK: A sum

  // Answers whether there is a sum that becomes one node with the product, whose bias need not be there first where it
  // makes no difference.
  private mutating func fusesSum(_ builder: ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard element == .float, let use = soleUse(builder), use.node.proto.operation == "Add", shapes[1].count == 2 else {
      return false
    }
    let name = use.node.proto.inputs[1 - use.input]
    let isEqual = isPacked && shapes[1][0] <= 256 || shapes[1][0] == 1
    let bias = builder.value(name)
    switch fuses(bias: name, of: bias?.shape, builder) {
    case .unknown: return false
    case .known where isEqual: return true
    case .unsure where isEqual && !scales(builder): return true
    case .known:
      self.bias = bias
      absorbed.append(use.node)
      return true
    case .unsure:
      throw node.error("whether the sum behind it comes first is not known, which is not supported")
    }
  }

  private func fuses(bias name: String, of shape: [Int]?, _ builder: ProgramBuilder) -> GraphFacts.Rank {
    guard let shape else { return .unsure }
    let (rows, columns) = (shapes[0], shapes[1][1])
    let isRow = shape == [columns] || shape == [1, columns] && rows.count == 2
    let isColumn = rows.count == 2 && shape.count == 2 && shape[0] == rows[0] && [1, columns].contains(shape[1])
    guard isRow || isColumn else { return .unknown }
    let rank = builder.graph.rank(of: names[0])
    guard rank == .known else { return rank }
    let isSure = isRow && rows.count == 2 && isPacked && !builder.graph.isComputed(name)
    return isSure ? .known : .unsure
  }

  // MARK: Factors

  private func scales(_ builder: ProgramBuilder) -> Bool {
    var copy = self
    return (try? copy.fusesScale(builder)) ?? true
  }

  private mutating func fusesScale(_ builder: ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard builder.graph.version >= 9 else { return false }
    var isChanged = false
    for index in 0..<2 {
      guard let producer = producer(of: names[index], builder), !builder.absorbed.contains(producer.index),
        let scale = try scale(producer, builder),
        let other = builder.value(producer.proto.inputs[scale.input]), let shape = other.shape
      else { continue }
      switch builder.graph.rank(of: producer.proto.inputs[scale.input]) {
      case .known where shape.isEmpty: continue
      case .known: break
      case .unknown: continue
      case .unsure: throw unsure(producer)
      }
      names[index] = producer.proto.inputs[scale.input]
      operands[index] = other
      alpha *= scale.factor
      isChanged = true
    }
    if let use = soleUse(builder), let scale = try scale(use.node, builder), scale.input == use.input {
      alpha *= scale.factor
      absorbed.append(use.node)
      isChanged = true
    }
    return isChanged
  }

  // The number that a node multiplies an input with, or divides it by.
  private func scale(
    _ node: Node, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) -> (factor: Float, input: Int)? {
    guard node.domain == .onnx, node.proto.inputs.count == 2, try Quotient.ofProduct(node, builder) == nil else {
      return nil
    }
    let candidates: [Int]
    switch node.proto.operation {
    case "Mul": candidates = [0, 1]
    case "Div": candidates = [1]
    default: return nil
    }
    for index in candidates {
      let (name, other) = (node.proto.inputs[index], node.proto.inputs[1 - index])
      guard !builder.graph.isComputed(name), builder.graph.isComputed(other), let shape = builder.value(name)?.shape,
        Shape.count(shape) == 1
      else { continue }
      if !shape.isEmpty {
        switch builder.graph.rank(of: other) {
        case .known: if shape.count > rank(of: other, builder) { continue }
        case .unknown: continue
        case .unsure: throw unsure(node)
        }
      }
      let number: Float
      guard case .constant(let constant)? = builder.value(name) else { throw unsure(node) }
      switch constant.elements {
      case .floats(let values): number = values[0]
      case .doubles(let values): number = Float(values[0])
      default: return nil
      }
      return (node.proto.operation == "Div" ? 1 / number : number, 1 - index)
    }
    return nil
  }

  // The product itself has no value yet.
  private func rank(of name: String, _ builder: ProgramBuilder) -> Int {
    if let shape = builder.value(name)?.shape { return shape.count }
    let ranks = shapes.map(\.count)
    return max(ranks[0], ranks[1]) - (ranks.contains(1) ? 1 : 0)
  }

  private func unsure(_ other: Node) -> UnsupportedModel {
    node.error(
      "whether it becomes one with the \(other.proto.operation) next to it is not known, which is not supported")
  }

  // MARK: Transposition

  private mutating func fusesTranspose(_ builder: ProgramBuilder) throws(UnsupportedModel) -> Bool {
    guard builder.graph.version >= 9 else { return false }
    var isChanged = false
    for index in 0..<2 {
      guard let producer = producer(of: names[index], builder), builder.graph.isComputed(names[index]),
        !builder.graph.isOutput(names[index])
      else { continue }
      let isCast = producer.proto.operation == "Cast"
      let transpose = isCast ? builder.graph.producer(of: producer.proto.inputs[0]) : producer
      guard let source = try transpose?.transposedMatrices() else { continue }
      // To a matrix that is put in order beforehand it makes no difference, but for a factor that comes to light.
      if isPacked {
        guard let hidden = self.producer(of: source, builder), try scale(hidden, builder) != nil else { continue }
      }
      guard element == .float || element == .double, shapes.allSatisfy({ $0.count == 2 }), !isCast,
        let value = builder.value(source)
      else { throw node.error("the transposed operand '\(names[index])' is not supported") }
      names[index] = source
      operands[index] = value
      transposes[index].toggle()
      isChanged = true
    }
    return isChanged
  }

  // MARK: Neighbours

  // What computes a name, behind casts that change nothing, which ONNX Runtime takes out first.
  private func producer(of name: String, _ builder: ProgramBuilder) -> Node? {
    var producer = builder.graph.producer(of: name)
    while let cast = producer, isIdle(cast, builder) { producer = builder.graph.producer(of: cast.proto.inputs[0]) }
    return producer
  }

  private func soleUse(_ builder: ProgramBuilder) -> GraphFacts.Use? {
    var use = builder.graph.soleUse(of: output)
    while let cast = use?.node, isIdle(cast, builder) { use = builder.graph.soleUse(of: cast.proto.outputs[0]) }
    return use
  }

  private func isIdle(_ cast: Node, _ builder: ProgramBuilder) -> Bool {
    guard cast.proto.operation == "Cast", let target = try? cast.int("to"), ElementType(dataType: target) == element
    else {
      return false
    }
    switch builder.value(cast.proto.inputs[0]) {
    case .tensor(let tensor): return tensor.element == element
    case .constant(let constant): return constant.elements.element == element
    case .label(let label): return label.element == element
    // The product itself has no value yet.
    case nil: return true
    }
  }
}

extension Node {
  // The input of a Transpose that exchanges the last two dimensions; nil for any other node.
  func transposedMatrices() throws(UnsupportedModel) -> String? {
    guard domain == .onnx, proto.operation == "Transpose" else { return nil }
    guard let order = try ints("perm") else { return proto.inputs[0] }
    let rank = Int64(order.count)
    guard rank >= 2, order == Array(0..<rank - 2) + [rank - 1, rank - 2] else { return nil }
    return proto.inputs[0]
  }
}
