// ai.onnx.Scan: a loop over the rows of a constant, as nearest neighbours are looked for. All its turns are one call of a
// kernel that knows what the body computes.
enum ScanOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Scan"
  static let versions: [Int64] = [9, 11, 16, 19, 21, 23, 24]
  static let attributes: Set<String> = [
    "body", "num_scan_inputs", "scan_input_axes", "scan_input_directions", "scan_output_axes",
    "scan_output_directions",
  ]
  static let types: [ElementType] = [.float, .double]
  static let scope =
    "distances of one row to those of a constant: sums of squares, of float32 also of magnitudes or powers of differences"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 2...2)
    guard try node.int("num_scan_inputs") == 1 else {
      throw node.error(attribute: "num_scan_inputs", "is not supported unless it is 1")
    }
    for name in attributes where name.hasPrefix("scan_") {
      guard try (node.ints(name) ?? []).allSatisfy({ $0 == 0 }) else {
        throw node.error(attribute: name, "is not supported unless it is 0")
      }
    }
    let state = try builder.tensor(0, of: node, types: types)
    let rows = try builder.constant(1, of: node)
    guard rows.elements.element == state.element, rows.shape.count == 2, rows.elements.count > 0,
      state.shape == [1, rows.shape[1]]
    else { throw node.error("the shapes \(state.shape) and \(rows.shape) are not one row and a matrix of such") }
    let distance = try ScanBody(node, builder).distance
    var matrix: Constant.Values
    switch rows.elements {
    case .floats(let values):
      matrix = .floats(Matrix(rows: rows.shape[0], columns: rows.shape[1], values: values).inBlocks)
    case .doubles(let values):
      guard case .squared = distance else {
        throw node.error(attribute: "body", "is not supported for float64 unless the differences are squared")
      }
      // Feature by feature.
      matrix = .doubles(Shape.positions(rows.shape.reversed(), strides: [1, rows.shape[1]]).map { values[$0] })
    default: throw node.error("input '\(node.proto.inputs[1])' is of a type that is not supported")
    }
    let distances = builder.buffer("distances", state.element, count: rows.shape[0])
    var arguments: [(String?, KernelCall.Argument)] = [
      (nil, .read(state.storage)), ("matrix", .constant(builder.constant("rows", matrix))),
    ]
    if case .power(let exponent) = distance { arguments.append(("exponent", .float(exponent))) }
    builder.call(distance.function, arguments + [("into", .write(distances))])
    builder.define(0, of: node, as: .tensor(state))
    builder.define(
      1, of: node,
      as: .tensor(Tensor(storage: .buffer(distances), element: state.element, shape: [rows.shape[0], 1])))
  }
}

extension ScanBody.Distance {
  fileprivate var function: String {
    switch self {
    case .squared: "squaredDistances"
    case .absolute: "absoluteDistances"
    case .power: "powerDistances"
    }
  }
}
