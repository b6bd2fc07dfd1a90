// Puts the nodes of the model's own functions in place of the nodes that name them, and those of the functions these name,
// until no function is left.
struct FunctionInliner {
  // A function may stand for a few nodes that name others, and so on; what it all comes to has a bound.
  static let greatestCount = 1 << 16
  static let greatestDepth = 64

  private let functions: [Key: FunctionProto]
  private let opsets: [Domain: Int64]
  private var names: Set<String>
  private var expanded: [NodeProto] = []
  private var madeCount = 0

  private struct Key: Hashable {
    var domain: String
    var name: String
    var overload: String

    // The empty domain is the same as ai.onnx.
    init(_ domain: String, _ name: String, _ overload: String) {
      self.domain = domain.isEmpty ? Domain.onnx.rawValue : domain
      (self.name, self.overload) = (name, overload)
    }
  }

  // The nodes of a graph without functions.
  static func nodes(
    of graph: GraphProto, functions: [FunctionProto], opsets: [Domain: Int64]
  ) throws(UnsupportedModel) -> [NodeProto] {
    guard !functions.isEmpty else { return graph.nodes }
    var inliner = try FunctionInliner(graph, functions, opsets)
    for (index, node) in graph.nodes.enumerated() {
      try inliner.append(node, index: index, inside: [])
    }
    return inliner.expanded
  }

  private init(
    _ graph: GraphProto, _ functions: [FunctionProto], _ opsets: [Domain: Int64]
  ) throws(UnsupportedModel) {
    var table: [Key: FunctionProto] = [:]
    for function in functions {
      let key = Key(function.domain, function.name, function.overload)
      guard table.updateValue(function, forKey: key) == nil else {
        throw UnsupportedModel("the function \(function.fullName) is given twice")
      }
      guard !OperatorTable.operators.contains(where: { $0.domain.rawValue == key.domain && $0.name == key.name }) else {
        throw UnsupportedModel("the function \(function.fullName) has the name of an operator")
      }
    }
    self.functions = table
    self.opsets = opsets
    names = Set(
      graph.nodes.flatMap { $0.inputs + $0.outputs } + graph.outputs.map(\.name) + graph.inputs.map(\.name)
        + graph.initializers.map(\.name))
  }

  private mutating func append(
    _ node: NodeProto, index: Int, inside callers: [Key]
  ) throws(UnsupportedModel) {
    let key = Key(node.domain, node.operation, node.overload)
    guard let function = functions[key] else { return expanded.append(node) }
    let call = Node(proto: node, index: index)
    guard !callers.contains(key) else { throw call.error("the function leads to itself") }
    guard callers.count < Self.greatestDepth else {
      throw call.error("more than \(Self.greatestDepth) functions inside one another are not supported")
    }
    madeCount += function.nodes.count
    guard madeCount <= Self.greatestCount else {
      throw call.error("functions stand for more than \(Self.greatestCount) nodes")
    }
    try check(function, of: call)
    var scope = try FunctionScope(function, of: call, prefix: "\(madeCount)/")
    for inner in function.nodes {
      var made = inner
      made.name = [node.name, inner.name].filter { !$0.isEmpty }.joined(separator: "/")
      made.attributes = try scope.attributes(of: inner)
      made.inputs = []
      for name in inner.inputs { made.inputs.append(try scope.name(of: name)) }
      made.outputs = []
      for name in inner.outputs { made.outputs.append(try scope.define(name, &names)) }
      try append(made, index: index, inside: callers + [key])
    }
    expanded += try scope.copiedOutputs()
  }

  // Nodes do not know of operator sets: in the function's and in the model's the operators have to be the same.
  private func check(_ function: FunctionProto, of call: Node) throws(UnsupportedModel) {
    for opset in function.opsetImports {
      guard let domain = Domain(onnx: opset.domain), let other = opsets[domain], other != opset.version else {
        continue
      }
      for node in function.nodes where Domain(onnx: node.domain) == domain {
        let found = OperatorTable.operators.first { $0.domain == domain && $0.name == node.operation }
        guard let found else { continue }
        let versions = [opset.version, other].map { set in found.versions.last { $0 <= set } }
        guard versions[0] == versions[1] else {
          throw call.error(
            "the function imports the operator set \(domain.rawValue) \(opset.version), the model \(other), in which "
              + "\(node.operation) is another operator")
        }
      }
    }
  }
}

extension FunctionProto {
  fileprivate var fullName: String { "\(domain).\(name)" + (overload.isEmpty ? "" : ":\(overload)") }
}
