// What is known of a graph's names before any node is lowered, as ONNX Runtime sees them when it rewrites the graph. Names of
// one tensor, behind an Identity or a node that is there twice, count as one.
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
  private var computed: Set<String> = []
  private var ranks: [String: Rank] = [:]

  // The nodes are in an order in which they can run.
  init(_ graph: CheckedGraph, version: Int64) {
    self.version = version
    ranks = graph.initializers.reduce(into: [:]) { $0[$1.name] = .known }
    for input in graph.inputs {
      ranks[input.name] = graph.statedShapes.contains(input.name) ? .known : .unknown
      computed.insert(input.name)
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
      for (index, name) in node.proto.outputs.enumerated() {
        if isComputed { computed.insert(name) }
        ranks[name] = graph.statedShapes.contains(name) ? .known : rank
        if node.proto.operation == "Identity" { originals[name] = inputs.first }
        if let twin { originals[name] = original(twin.proto.outputs[index]) }
        producers[name] = node
      }
      guard twin == nil, node.proto.operation != "Identity" else { continue }
      for (index, name) in inputs.enumerated() { uses[name, default: []].append(Use(node: node, input: index)) }
    }
    outputs = Set(graph.outputs.map(\.name).map { original($0) })
  }

  // What computes a name; nil for the graph's inputs and initializers.
  func producer(of name: String) -> Node? { producers[original(name)] }

  // Whether a name hangs on an input of the graph; what does not is a constant to ONNX Runtime as well.
  func isComputed(_ name: String) -> Bool { computed.contains(name) }

  func rank(of name: String) -> Rank { ranks[original(name)] ?? .unsure }

  func uses(of name: String) -> [Use] { uses[original(name)] ?? [] }

  func isOutput(_ name: String) -> Bool { outputs.contains(original(name)) }

  // The one place a node's output is taken at; nil where there are several, or where it is an output of the graph.
  func soleUse(of name: String) -> Use? {
    let uses = uses(of: name)
    return uses.count == 1 && !isOutput(name) ? uses[0] : nil
  }

  private func original(_ name: String) -> String { originals[name] ?? name }

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
  private static let shapedByInput: Set<String> = ["ArrayFeatureExtractor", "Binarizer", "LinearClassifier"]
  private static let shapeless: Set<String> = [
    "FeatureVectorizer", "Imputer", "LinearRegressor", "Normalizer", "SVMRegressor", "Scaler", "TreeEnsembleClassifier",
    "TreeEnsembleRegressor",
  ]
}
