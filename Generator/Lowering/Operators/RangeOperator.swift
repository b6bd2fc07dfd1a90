// ai.onnx.Range: numbers from a start to a limit, known at build time.
enum RangeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Range"
  static let versions: [Int64] = [11]
  static let attributes: Set<String> = []
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope = "constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 3...3, outputs: 1...1)
    var bounds: [TensorElements] = []
    for input in 0..<3 { bounds.append(try builder.constant(input, of: node).elements) }
    let elements: TensorElements?
    switch (bounds[0], bounds[1], bounds[2]) {
    case (.floats(let start), .floats(let limit), .floats(let delta)):
      elements = numbers(start, limit, delta, Double.init) { Double($1 - $0) }.map { .floats($0) }
    case (.doubles(let start), .doubles(let limit), .doubles(let delta)):
      elements = numbers(start, limit, delta, { $0 }) { $1 - $0 }.map { .doubles($0) }
    case (.int64s(let start), .int64s(let limit), .int64s(let delta)):
      elements = numbers(start, limit, delta, Double.init) { Double($1) - Double($0) }.map { .int64s($0) }
    case (.int32s(let start), .int32s(let limit), .int32s(let delta)):
      elements = numbers(start, limit, delta, Double.init) { Double($1) - Double($0) }.map { .int32s($0) }
    default: throw node.error("the inputs are of different types, or of one that is not supported")
    }
    guard let elements else { throw node.error("the inputs are no range of numbers that can be built in") }
    builder.define(0, of: node, as: .constant(ConstantTensor(elements: elements, shape: [elements.count])))
  }

  // Each is the one before and the step, as ONNX Runtime has them; nil where there is no such list.
  private static func numbers<Number: Numeric>(
    _ start: [Number], _ limit: [Number], _ delta: [Number], _ double: (Number) -> Double,
    distance: (Number, Number) -> Double
  ) -> [Number]? {
    guard start.count == 1, limit.count == 1, delta.count == 1, delta[0] != 0,
      // Beyond that a double is not every integer.
      abs(double(start[0])) < 0x1p53, abs(double(limit[0])) < 0x1p53
    else { return nil }
    let count = (distance(start[0], limit[0]) / double(delta[0])).rounded(.up)
    guard count <= Double(Shape.greatestCount) else { return nil }
    var numbers: [Number] = []
    var next = start[0]
    for i in 0..<Int(max(count, 0)) {
      if i > 0 { next += delta[0] }
      numbers.append(next)
    }
    return numbers
  }
}
