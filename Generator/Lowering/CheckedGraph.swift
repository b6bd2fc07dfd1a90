// A graph whose names are known to be defined once, before they are used, with the nodes its outputs depend on.
struct CheckedGraph {
  let inputs: [GraphInput]
  // The constants that something needs.
  let initializers: [TensorProto]
  let outputs: [ValueInfoProto]
  let liveNodes: [Node]
  // The names whose shape the file tells.
  let statedShapes: Set<String>

  init(_ graph: GraphProto) throws(UnsupportedModel) {
    guard !graph.hasSparseInitializers else { throw UnsupportedModel("sparse initializers are not supported") }
    let constants = graph.initializers.map(\.name)
    var inputs: [GraphInput] = []
    for input in graph.inputs where !constants.contains(input.name) { inputs.append(try GraphInput(input)) }
    guard !inputs.isEmpty else { throw UnsupportedModel("the graph has no input") }
    self.inputs = inputs
    let nodes = graph.nodes.enumerated().map { Node(proto: $1, index: $0) }
    try Self.checkNames(nodes, defined: inputs.map(\.name) + constants)

    outputs = graph.outputs
    let outputNames = outputs.map(\.name)
    let stated = graph.inputs.filter { !constants.contains($0.name) } + graph.outputs + graph.others
    statedShapes = Set(stated.filter { if case .tensor(_, _?)? = $0.type { true } else { false } }.map(\.name))
    let produced = Set(nodes.flatMap(\.proto.outputs) + constants + inputs.map(\.name))
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
}
