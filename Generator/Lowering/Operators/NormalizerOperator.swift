// ai.onnx.ml.Normalizer: magnitudes and squares are of the type of the input, all else is float32.
enum NormalizerOperator: Operator {
  static let domain = Domain.ml
  static let name = "Normalizer"
  static let versions: [Int64] = [1]
  static let attributes: Set<String> = ["norm"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope = "the norms MAX, L1 and L2"

  private enum Norm: String, CaseIterable {
    case max = "MAX"
    case l1 = "L1"
    case l2 = "L2"
  }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let row = try builder.row(0, of: node)
    try builder.check(row.element, of: 0, node, types)
    let norm = try node.choice("norm", default: Norm.max)
    let input = builder.asFloat(row)
    let normalized = builder.buffer("normalized", count: row.count)
    let function =
      switch norm {
      case .max: "normalizeByMaximum"
      case .l1: "normalizeBySum"
      case .l2: "normalizeByLength"
      }
    var terms: [(String?, KernelCall.Argument)] = []
    if row.element != .float, norm != .max {
      let operands = Array(
        repeating: (nil as String?, KernelCall.Argument.read(row.storage)), count: norm == .l1 ? 1 : 2)
      terms = [("of", .read(builder.converted(row, by: norm == .l1 ? "magnitude" : "multiply", operands)))]
    }
    builder.call(function, [(nil, .read(input))] + terms + [("into", .write(normalized))])
    var result = row
    (result.storage, result.element) = (.buffer(normalized), .float)
    result.areProbabilities = norm == .l1 && (row.areProbabilities || row.areProportions)
    result.areProportions = result.areProbabilities
    builder.define(0, of: node, as: .tensor(result))
  }
}

extension ProgramBuilder {
  // What a kernel makes of a row in the row's own type, as float32.
  fileprivate mutating func converted(
    _ row: Tensor, by function: String, _ operands: [(String?, KernelCall.Argument)]
  ) -> Storage {
    let target = buffer("\(function)Result", row.element, count: row.count)
    call(function, operands + [("into", .write(target))])
    return asFloat(Tensor(storage: .buffer(target), element: row.element, shape: row.shape))
  }
}
