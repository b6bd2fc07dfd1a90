// What the generator knows of an operator. One file each, registered in `OperatorTable`.
protocol Operator: SendableMetatype {
  static var domain: Domain { get }
  static var name: String { get }

  // The versions (`since_version`) whose meaning this implements.
  static var versions: [Int64] { get }

  // The operator set that no longer has it, nil where there is none.
  static var endOfLife: Int64? { get }

  // The attributes a node may have.
  static var attributes: Set<String> { get }

  // What is taken and what is not, and how exact the answer is; one line of OPERATORS.md.
  static var types: [ElementType] { get }
  // The types up to a version, where those of later ones are others; the oldest first.
  static var formerTypes: [(version: Int64, types: [ElementType])] { get }
  static var scope: String { get }
  static var fidelity: String { get }

  // The number of features a node says its input has, nil where any number will do.
  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int?

  // Checks the node, appends its calls and defines its outputs.
  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel)
}

extension Operator {
  static var endOfLife: Int64? { nil }
  static var formerTypes: [(version: Int64, types: [ElementType])] { [] }
  static var scope: String { "" }
  static var fidelity: String { "0 ulp" }
  static func featureCount(of node: Node) throws(UnsupportedModel) -> Int? { nil }
}

extension Operator {
  // The types that the version of a node takes.
  static func types(of node: Node) -> [ElementType] {
    formerTypes.first { node.version <= $0.version }?.types ?? types
  }
}

enum Domain: String, CaseIterable {
  case onnx = "ai.onnx"
  case ml = "ai.onnx.ml"

  // The empty domain is the same as ai.onnx.
  init?(onnx name: String) {
    self.init(rawValue: name.isEmpty ? "ai.onnx" : name)
  }

  // The operator sets whose operators were compared with the table's versions.
  var checkedVersions: ClosedRange<Int64> {
    switch self {
    case .onnx: 1...26
    case .ml: 1...5
    }
  }
}
