// An operator that makes one number of all elements along some axes, which are an attribute or, in later versions, an input.
protocol ReductionOperator: Operator {
  // The kernel that takes one element after the other.
  static var function: String { get }

  // The kernel that takes a row in packets.
  static var packedFunction: String { get }

  // Whether ONNX Runtime has loops of their own for the operator, by where the axes are.
  static var hasLoopsByAxes: Bool { get }

  // The kernels of those loops: of many long columns, and of a dimension between others.
  static var functionOfLongColumns: String { get }
  static func functionBetween(_ element: ElementType) -> String

  // Whether there are kernels in packets for the type.
  static func isPacked(_ element: ElementType) -> Bool

  // The kernel of integers, which are summed up as double precision.
  static func functionOfIntegers(_ order: MergedDimensions.Order, hasLoop: Bool) -> String

  // Whether what rows make is joined to an element first, not to zero.
  static var startsWithElement: Bool { get }

  // Whether one element alone is the answer to itself.
  static var keepsOne: Bool { get }

  // What is done with the numbers.
  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor
}

extension ReductionOperator {
  static var domain: Domain { .onnx }
  static var attributes: Set<String> { ["axes", "keepdims", "noop_with_empty_axes"] }
  static var types: [ElementType] { [.float, .double, .int64, .int32] }
  static var hasLoopsByAxes: Bool { false }
  static var functionOfLongColumns: String { function }
  static func functionBetween(_ element: ElementType) -> String { function }
  static func isPacked(_ element: ElementType) -> Bool { element == .float || element == .double }
  static func functionOfIntegers(_ order: MergedDimensions.Order, hasLoop: Bool) -> String { function }
  static var startsWithElement: Bool { false }
  static var keepsOne: Bool { hasLoopsByAxes }
  static func finish(_ result: Tensor, of count: Int, into builder: inout ProgramBuilder) -> Tensor { result }

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...1)
    let tensor = try builder.tensor(0, of: node, types: types)
    guard tensor.count > 0 else { throw node.error("the shape \(tensor.shape) has no elements") }
    var axes = try builder.axes(node, rank: tensor.shape.count) ?? []
    if axes.isEmpty {
      guard try node.int("noop_with_empty_axes") ?? 0 == 0 else {
        return try lowerEach(tensor, node, into: &builder)
      }
      axes = Set(tensor.shape.indices)
    }
    let keeps = try node.int("keepdims") ?? 1 == 1
    let shape = tensor.shape.indices.compactMap { axes.contains($0) ? (keeps ? 1 : nil) : tensor.shape[$0] }
    var result = try reduce(tensor, along: axes, node, into: &builder)
    result.shape = shape
    builder.define(0, of: node, as: .tensor(finish(result, of: tensor.count / result.count, into: &builder)))
  }

  // Every element alone, which some operators still compute something of.
  private static func lowerEach(
    _ tensor: Tensor, _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) {
    var result = tensor
    (result.classes, result.areProbabilities, result.areProportions) = (nil, false, false)
    if !keepsOne {
      result.storage = call(function, on: tensor, count: 1, columns: 1, results: tensor.count, into: &builder)
      result = finish(result, of: 1, into: &builder)
    }
    builder.define(0, of: node, as: .tensor(result))
  }

  // ONNX Runtime takes dimensions side by side for one, and then has a loop for most of what is left. The order of the
  // kernel is that of the loop.
  private static func reduce(
    _ tensor: Tensor, along axes: Set<Int>, _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Tensor {
    let merged = MergedDimensions(tensor.shape, reduced: axes)
    let sizes = merged.sizes
    let hasLoop = hasLoopsByAxes && merged.hasLoop
    var result = Tensor(storage: tensor.storage, element: tensor.element, shape: [merged.resultCount])
    var operand = tensor
    var columns = 1
    var function = function
    if !isPacked(tensor.element) {
      function = functionOfIntegers(merged.order, hasLoop: hasLoop)
    } else if merged.order == .all || (merged.order == .last && hasLoop) {
      result.storage = packed(tensor, count: tensor.count / merged.resultCount, into: &builder)
      return result
    } else if merged.order == .outer, hasLoop {
      return try outer(tensor, sizes, node, into: &builder)
    } else if merged.order == .first, hasLoop {
      function = functionOfLongColumns
    } else if merged.order == .middle, hasLoop {
      function = functionBetween(tensor.element)
    }
    switch merged.order {
    case .all, .last: break
    case .first, .middle: columns = sizes[sizes.count - 1]
    case .outer, .scattered: operand = try builder.withLast(axes, tensor, of: node)
    }
    result.storage = call(
      function, on: operand, count: tensor.count / merged.resultCount, columns: columns, results: merged.resultCount,
      into: &builder)
    return result
  }

  // Rows in packets, and then what they make one after the other: sums start at zero, the greatest and the least with the
  // first element of their first row.
  private static func outer(
    _ tensor: Tensor, _ sizes: [Int], _ node: Node, into builder: inout ProgramBuilder
  ) throws(UnsupportedModel) -> Tensor {
    var parts = Tensor(
      storage: packed(tensor, count: sizes[2], into: &builder), element: tensor.element, shape: [sizes[0] * sizes[1]])
    if startsWithElement {
      let firsts = (0..<sizes[1]).map { $0 * sizes[2] }
      guard case .tensor(let start) = try builder.gathered(.tensor(tensor), at: firsts, shape: [sizes[1]], of: node)
      else { fatalError("a tensor stays one") }
      let joined = builder.buffer("parts", tensor.element, count: start.count + parts.count)
      builder.copy(start, into: joined, at: 0)
      builder.copy(parts, into: joined, at: start.count)
      parts = Tensor(storage: .buffer(joined), element: tensor.element, shape: [start.count + parts.count])
    }
    let storage = call(
      function, on: parts, count: parts.count / sizes[1], columns: sizes[1], results: sizes[1], into: &builder)
    return Tensor(storage: storage, element: tensor.element, shape: [sizes[1]])
  }

  private static func packed(_ tensor: Tensor, count: Int, into builder: inout ProgramBuilder) -> Storage {
    let target = builder.buffer("\(packedFunction)Result", tensor.element, count: tensor.count / count)
    builder.call(packedFunction, (nil, .read(tensor.storage)), ("count", .int(count)), ("into", .write(target)))
    return .buffer(target)
  }

  private static func call(
    _ function: String, on tensor: Tensor, count: Int, columns: Int, results: Int, into builder: inout ProgramBuilder
  ) -> Storage {
    let target = builder.buffer("\(function)Result", tensor.element, count: results)
    builder.call(
      function, (nil, .read(tensor.storage)), ("count", .int(count)), ("columns", .int(columns)),
      ("into", .write(target)))
    return .buffer(target)
  }
}
