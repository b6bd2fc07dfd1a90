// A graph whose names are known to be defined once, before they are used, with the nodes its outputs depend on.
struct CheckedGraph {
  let input: ValueInfoProto
  // The constants that something needs.
  let initializers: [TensorProto]
  let outputNames: [String]
  let liveNodes: [Node]
  // The names whose shape the file tells.
  let statedShapes: Set<String>

  init(_ graph: GraphProto) throws(UnsupportedModel) {
    guard !graph.hasSparseInitializers else { throw UnsupportedModel("sparse initializers are not supported") }
    let constants = graph.initializers.map(\.name)
    let inputs = graph.inputs.filter { !constants.contains($0.name) }
    guard inputs.count == 1 else {
      throw UnsupportedModel("the graph has \(inputs.count) inputs, expected 1")
    }
    input = inputs[0]
    let nodes = graph.nodes.enumerated().map { Node(proto: $1, index: $0) }
    try Self.checkNames(nodes, defined: [input.name] + constants)

    outputNames = graph.outputs.map(\.name)
    let stated = [input] + graph.outputs + graph.others
    statedShapes = Set(stated.filter { if case .tensor(_, _?)? = $0.type { true } else { false } }.map(\.name))
    let produced = Set(nodes.flatMap(\.proto.outputs) + constants + [input.name])
    for name in outputNames where !produced.contains(name) || name.isEmpty {
      throw UnsupportedModel("output '\(name)': no node produces it")
    }
    guard !outputNames.isEmpty else { throw UnsupportedModel("the graph has no output") }

    var needed = Set(outputNames)
    var live: [Node] = []
    for node in nodes.reversed() where node.proto.outputs.contains(where: { needed.contains($0) }) {
      needed.formUnion(node.proto.inputs)
      live.append(node)
    }
    liveNodes = live.reversed()
    initializers = graph.initializers.filter { needed.contains($0.name) }
  }

  private static func checkNames(_ nodes: [Node], defined names: [String]) throws(UnsupportedModel) {
    var defined: Set<String> = []
    for name in names {
      guard !name.isEmpty, defined.insert(name).inserted else {
        throw UnsupportedModel("the graph's inputs and initializers define '\(name)' more than once")
      }
    }
    for node in nodes {
      // An optional input left out has an empty name.
      for name in node.proto.inputs where !name.isEmpty && !defined.contains(name) {
        throw node.error("input '\(name)' is not defined before it is used")
      }
      for name in node.proto.outputs where !name.isEmpty {
        guard defined.insert(name).inserted else { throw node.error("output '\(name)' is defined before") }
      }
    }
  }

  // Whether the input has one dimension, that of the features.
  var inputIsVector: Bool {
    if case .tensor(_, let shape?)? = input.type { return shape.count == 1 }
    return false
  }

  // The size of a row, nil where the input's type leaves it open.
  func statedFeatureCount() throws(UnsupportedModel) -> Int? {
    let place = "input '\(input.name)'"
    guard case .tensor(let elementType, let shape)? = input.type else {
      throw UnsupportedModel("\(place): expected a tensor")
    }
    guard elementType == 1 else {
      throw UnsupportedModel("\(place): element type \(elementType) is not supported, only float32 (1)")
    }
    guard let shape else { return nil }
    guard shape.count == 1 || shape.count == 2 else {
      throw UnsupportedModel("\(place): has \(shape.count) dimensions, expected 1 or 2")
    }
    // The first of two dimensions is that of the rows.
    if shape.count == 2, let rows = shape[0], rows > 1 {
      throw UnsupportedModel("\(place): is made for \(rows) rows at a time, expected any number or 1")
    }
    guard let last = shape[shape.count - 1], last != -1 else { return nil }
    guard (1...1 << 20).contains(last) else { throw UnsupportedModel("\(place): has \(last) features") }
    return Int(last)
  }
}
