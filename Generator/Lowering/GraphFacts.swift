// What is known of a graph's names before any node is lowered, as ONNX Runtime sees them when it rewrites the graph. Names of
// one tensor, behind a node that changes nothing or is there twice, count as one.
struct GraphFacts {
  // Whether ONNX Runtime knows the number of dimensions, which the shape inference of not all operators tells.
  enum Rank {
    case known, unknown, unsure
  }

  struct Use {
    var node: Node
    var input: Int
  }

  // The version of the operator set ai.onnx.
  let version: Int64
  private var outputs: Set<String> = []
  private var originals: [String: String] = [:]
  private var producers: [String: Node] = [:]
  private var uses: [String: [Use]] = [:]
  // The same as long as a node that is there twice counts twice, as it does for the first of the rewrites.
  private var sources: [String: String] = [:]
  private var firstUses: [String: [Use]] = [:]
  private var computed: Set<String> = []
  private var ranks: [String: Rank] = [:]
  // Of the names whose type follows from those of the inputs.
  private var elements: [String: ElementType] = [:]
  // The constants of one element, and the first name of each.
  private var numbers: [String: ConstantTensor] = [:]
  private var firstNames: [String: String] = [:]
  // The nodes that change nothing but perhaps the sign of a zero, with the operand that they pass on.
  private var neutral: [Int: (place: Int, rank: Rank)] = [:]

  // The nodes are in an order in which they can run.
  init(_ graph: CheckedGraph, version: Int64) {
    self.version = version
    ranks = graph.initializers.reduce(into: [:]) { $0[$1.name] = .known }
    for initializer in graph.initializers {
      add(initializer.name, ConstantTensor(initializer))
    }
    for input in graph.inputs {
      ranks[input.name] = graph.statedShapes.contains(input.name) ? .known : .unknown
      computed.insert(input.name)
      elements[input.name] = input.element
    }
    var first: [String: [Node]] = [:]
    for node in graph.liveNodes {
      let inputs = node.proto.inputs.map { original($0) }
      let key = ([node.proto.operation] + inputs).joined(separator: "\0")
      let twin = first[key]?.first {
        $0.proto.domain == node.proto.domain && $0.proto.attributes == node.proto.attributes
          && $0.proto.outputs.count == node.proto.outputs.count
      }
      first[key, default: []].append(node)
      let rank = rank(of: node, inputs)
      let isComputed = inputs.contains { computed.contains($0) }
      neutral[node.index] = passedInput(of: node, inputs, graph.outputs.map(\.name))
      let passed = neutral[node.index].flatMap { $0.rank == .known ? $0.place : nil }
      let copied = passed ?? (isCopy(node, inputs) ? 0 : nil)
      if node.proto.operation == "Constant", let tensor = try? node.tensor("value") {
        add(node.proto.outputs[0], tensor)
      }
      elements[node.proto.outputs[0]] = element(of: node, inputs)
      for (index, name) in node.proto.outputs.enumerated() {
        if isComputed { computed.insert(name) }
        ranks[name] = graph.statedShapes.contains(name) ? .known : rank
        if let copied {
          originals[name] = inputs[copied]
          sources[name] = source(node.proto.inputs[copied])
        }
        if let twin { originals[name] = original(twin.proto.outputs[index]) }
        producers[name] = node
      }
      guard copied == nil else { continue }
      for (index, name) in node.proto.inputs.enumerated() {
        firstUses[source(name), default: []].append(Use(node: node, input: index))
      }
      guard twin == nil else { continue }
      for (index, name) in inputs.enumerated() { uses[name, default: []].append(Use(node: node, input: index)) }
    }
    outputs = Set(graph.outputs.map(\.name).map { original($0) })
  }

  // The place of the operand that a node only passes on, as far as ONNX Runtime can know.
  func passedInput(of node: Node) -> (place: Int, rank: Rank)? { neutral[node.index] }

  // What computes a name; nil for the graph's inputs and initializers.
  func producer(of name: String) -> Node? { producers[original(name)] }

  // Whether a name hangs on an input of the graph; what does not is a constant to ONNX Runtime as well.
  func isComputed(_ name: String) -> Bool { computed.contains(name) }

  func rank(of name: String) -> Rank { ranks[original(name)] ?? .unsure }

  func uses(of name: String) -> [Use] { uses[original(name)] ?? [] }

  func firstUses(of name: String) -> [Use] { firstUses[source(name)] ?? [] }

  func isOutput(_ name: String) -> Bool { outputs.contains(original(name)) }

  func areSame(_ name: String, _ other: String) -> Bool { original(name) == original(other) }

  // The one place a node's output is taken at; nil where there are several, or where it is an output of the graph.
  func soleUse(of name: String) -> Use? {
    let uses = uses(of: name)
    return uses.count == 1 && !isOutput(name) ? uses[0] : nil
  }

  private func original(_ name: String) -> String { originals[name] ?? name }

  private func source(_ name: String) -> String { sources[name] ?? name }

  // Whether the node changes nothing, and is taken out first.
  private func isCopy(_ node: Node, _ inputs: [String]) -> Bool {
    guard node.domain == .onnx, let first = inputs.first, node.proto.outputs.count == 1 else { return false }
    switch node.proto.operation {
    case "Identity", "Dropout": return true
    case "Cast": return elements[first] != nil && elements[first] == element(of: node, inputs)
    default: return false
    }
  }

  // The one operand that is not 0 of a sum or 1 of a product, where ONNX Runtime leaves the other out: behind another node,
  // if it knows the number of dimensions, and not for an output of the graph.
  private func passedInput(of node: Node, _ inputs: [String], _ outputs: [String]) -> (place: Int, rank: Rank)? {
    guard node.domain == .onnx, inputs.count == 2, !outputs.contains(node.proto.outputs[0]) else { return nil }
    let (places, neutral): ([Int], Double)
    switch node.proto.operation {
    case "Add": (places, neutral) = ([0, 1], 0)
    case "Sub": (places, neutral) = ([1], 0)
    case "Mul": (places, neutral) = ([0, 1], 1)
    case "Div": (places, neutral) = ([1], 1)
    default: return nil
    }
    guard let place = places.first(where: { numbers[inputs[$0]]?.elements.isNumber(neutral) == true }) else {
      return nil
    }
    let other = inputs[1 - place]
    guard computed.contains(other), producers[other] != nil else { return nil }
    let rank = rank(of: other)
    return rank == .unknown ? nil : (1 - place, rank)
  }

  private mutating func add(_ name: String, _ constant: ConstantTensor) {
    elements[name] = constant.elements.element
    guard constant.elements.count == 1, constant.shape.count <= 2 else { return }
    numbers[name] = constant
    // ONNX Runtime keeps equal ones once.
    guard constant.shape.count < 2 else { return }
    let key = "\(constant)"
    if let first = firstNames[key] { originals[name] = first } else { firstNames[key] = name }
  }

  private func element(of node: Node, _ inputs: [String]) -> ElementType? {
    guard node.domain == .onnx else { return nil }
    guard let first = inputs.first else { return elements[node.proto.outputs[0]] }
    if node.proto.operation == "Cast" { return (try? node.int("to")).flatMap { ElementType(dataType: $0) } }
    return Self.keepingType.contains(node.proto.operation) ? elements[first] : nil
  }

  private func rank(of node: Node, _ inputs: [String]) -> Rank {
    let given = inputs.filter { !$0.isEmpty }.map { rank(of: $0) }
    let operation = node.proto.operation
    switch node.domain {
    case .onnx where ["Constant", "Gemm", "Shape", "Size"].contains(operation): return .known
    case .onnx where Self.shapedByOperand.contains(operation):
      if operation == "Reshape", inputs.count > 1, !computed.contains(inputs[1]) { return .known }
      let areConstant = inputs.dropFirst().allSatisfy { !computed.contains($0) }
      return areConstant && inputs.count > 1 && given.allSatisfy { $0 == .known } ? .known : .unsure
    case .onnx where given.allSatisfy({ $0 == .known }): return .known
    case .onnx where Self.shapedByAll.contains(operation) && given.contains(.unknown): return .unknown
    case .ml where Self.shapedByInput.contains(operation) && given.allSatisfy({ $0 == .known }): return .known
    case .ml where Self.shapeless.contains(operation): return .unknown
    default: return .unsure
    }
  }

  private static let shapedByOperand: Set<String> = [
    "Expand", "If", "Loop", "Range", "Reshape", "Squeeze", "Tile", "Unsqueeze",
  ]
  private static let shapedByAll: Set<String> = [
    "Abs", "Add", "Ceil", "Clip", "Concat", "Cast", "Div", "Exp", "Floor", "Log", "MatMul", "Mul", "Neg", "Pow",
    "Reciprocal", "Relu", "Sigmoid", "Softmax", "Sqrt", "Sub", "Tanh",
  ]
  private static let keepingType = shapedByAll.subtracting(["Cast"]).union([
    "Dropout", "Erf", "Flatten", "Gather", "Gelu", "Gemm", "Identity", "LayerNormalization", "ReduceMax", "ReduceMean",
    "ReduceMin", "ReduceSum", "ReduceSumSquare", "Reshape", "Squeeze", "Transpose", "Unsqueeze",
  ])
  private static let shapedByInput: Set<String> = ["ArrayFeatureExtractor", "Binarizer", "LinearClassifier"]
  private static let shapeless: Set<String> = [
    "FeatureVectorizer", "Imputer", "LinearRegressor", "Normalizer", "SVMRegressor", "Scaler", "TreeEnsembleClassifier",
    "TreeEnsembleRegressor",
  ]
}

extension TensorElements {
  // Whether it is this one number and no more.
  func isNumber(_ expected: Double) -> Bool {
    switch self {
    case .floats(let values): values.count == 1 && Double(values[0]) == expected
    case .doubles(let values): values.count == 1 && values[0] == expected
    case .int64s(let values): values.count == 1 && Double(values[0]) == expected
    case .int32s(let values): values.count == 1 && Double(values[0]) == expected
    default: false
    }
  }
}
