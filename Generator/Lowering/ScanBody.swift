// What the body of a Scan computes of the row that stays and the row of the turn, where it is one of a few distances.
struct ScanBody {
  enum Distance {
    case squared
    case absolute
    case power(Float)
  }

  private(set) var distance = Distance.squared

  private let scan: Node
  private let graph: GraphProto
  private let builder: ProgramBuilder

  init(_ scan: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) {
    self.scan = scan
    self.builder = builder
    graph = try scan.graph("body")
    let inputs = graph.inputs.map(\.name)
    let outputs = graph.outputs.map(\.name)
    guard inputs.count == 2, outputs.count == 2, !graph.hasSparseInitializers,
      origin(of: outputs[0]) == inputs[0], let reduction = producer(of: outputs[1])
    else { throw unsupported }
    try checkAxes(of: reduction)
    let operand = reduction.proto.inputs[0]
    switch reduction.proto.operation {
    case "ReduceSumSquare": try checkDifference(operand, of: inputs)
    case "ReduceSum":
      guard var magnitude = producer(of: operand) else { throw unsupported }
      distance = .absolute
      if magnitude.proto.operation == "Pow", magnitude.proto.inputs.count == 2 {
        guard case .floats(let exponents)? = constant(magnitude.proto.inputs[1])?.elements, exponents.count == 1,
          let base = producer(of: magnitude.proto.inputs[0])
        else { throw unsupported }
        distance = .power(exponents[0])
        magnitude = base
      }
      guard magnitude.proto.operation == "Abs", magnitude.proto.inputs.count == 1 else { throw unsupported }
      try checkDifference(magnitude.proto.inputs[0], of: inputs)
    default: throw unsupported
    }
  }

  private var unsupported: UnsupportedModel {
    let operations = graph.nodes.map(\.operation).joined(separator: ", ")
    return scan.error(
      attribute: "body",
      "'\(operations)' is not supported, only Sub with ReduceSumSquare, or Sub and Abs (and Pow) with ReduceSum")
  }

  // The two rows, either way round: the sign of the difference is lost.
  private func checkDifference(_ name: String, of inputs: [String]) throws(UnsupportedModel) {
    guard let difference = producer(of: name), difference.proto.operation == "Sub",
      difference.proto.inputs.map(origin).sorted() == inputs.sorted()
    else { throw unsupported }
  }

  // Along the features, which are then gone.
  private func checkAxes(of reduction: Node) throws(UnsupportedModel) {
    guard !reduction.proto.inputs.isEmpty else { throw unsupported }
    var axes = try reduction.ints("axes")
    if reduction.has(input: 1) {
      guard case .int64s(let values)? = constant(reduction.proto.inputs[1])?.elements else { throw unsupported }
      axes = values
    }
    guard axes == [1] || axes == [-1], try reduction.int("keepdims") ?? 1 == 0 else { throw unsupported }
  }

  // The node that makes a value, nil where it is none of ai.onnx.
  private func producer(of name: String) -> Node? {
    let source = origin(of: name)
    guard let index = graph.nodes.firstIndex(where: { $0.outputs == [source] }) else { return nil }
    let node = Node(proto: graph.nodes[index], index: index)
    return node.domain == .onnx ? node : nil
  }

  // What a name is the same as. A body that goes round in circles is no graph; it is left after as many steps as it has nodes.
  private func origin(of name: String) -> String {
    var name = name
    for _ in graph.nodes {
      let copy = graph.nodes.first { $0.outputs == [name] && $0.operation == "Identity" && $0.inputs.count == 1 }
      guard let copy else { break }
      name = copy.inputs[0]
    }
    return name
  }

  // A constant of the body or of the graph around it.
  private func constant(_ name: String) -> ConstantTensor? {
    if let initializer = graph.initializers.first(where: { $0.name == name }) { return ConstantTensor(initializer) }
    guard case .constant(let constant)? = builder.value(name) else { return nil }
    return constant
  }
}
