import Foundation

// ai.onnx.TopK: the greatest or least elements along an axis, and where they stand.
enum TopKOperator: Operator {
  static let domain = Domain.onnx
  static let name = "TopK"
  static let versions: [Int64] = [1, 10, 11, 24]
  static let attributes: Set<String> = ["axis", "k", "largest", "sorted"]
  static let types: [ElementType] = [.float, .double, .int64, .int32]
  static let scope = "the number is a constant; unsorted only if it is small beside the size of the axis"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...2, outputs: 1...2)
    let tensor = try builder.tensor(0, of: node, types: types)
    let axis = try node.axis("axis", default: -1, rank: tensor.shape.count)
    let size = tensor.shape[axis]
    let k = try number(node, builder)
    guard (1...Int64(max(size, 1))).contains(k), tensor.count > 0 else {
      throw node.error("\(k) elements of axis \(axis) of the shape \(tensor.shape) are not supported")
    }
    var shape = tensor.shape
    shape[axis] = Int(k)
    let rows = try builder.withLast(axis, tensor, of: node)
    let values = builder.buffer("top", tensor.element, count: Shape.count(shape))
    let positions = builder.buffer("topPositions", .int64, count: Shape.count(shape))
    let function = try node.int("largest") ?? 1 != 0 ? "greatestElements" : "leastElements"
    let isSorted = try node.int("sorted") ?? 1 != 0
    if keepsHeap(Int(k), of: size) {
      builder.call(
        function, (nil, .read(rows.storage)), ("count", .int(size)), ("isSorted", .bool(isSorted)),
        ("values", .write(values)), ("positions", .write(positions)))
    } else {
      guard isSorted else { throw node.error(attribute: "sorted", "0 is not supported for \(k) elements of \(size)") }
      let order = builder.buffer("order", .int64, count: size)
      builder.call(
        "\(function)Selected", (nil, .read(rows.storage)), ("order", .write(order)), ("values", .write(values)),
        ("positions", .write(positions)))
    }
    let found: [(Int, ElementType)] = [(values, tensor.element), (positions, .int64)]
    for (output, (buffer, element)) in found.enumerated() {
      let best = Tensor(storage: .buffer(buffer), element: element, shape: rows.shape.dropLast() + [Int(k)])
      let result = try builder.movedBack(best, to: axis, of: node)
      builder.define(output, of: node, as: .tensor(result))
    }
  }

  // An attribute before it became an input.
  private static func number(_ node: Node, _ builder: ProgramBuilder) throws(UnsupportedModel) -> Int64 {
    guard node.has(input: 1) else {
      guard let k = try node.int("k") else { throw node.error(attribute: "k", "missing") }
      return k
    }
    let numbers = try builder.int64s(1, of: node)
    guard numbers.count == 1 else { throw node.error("input '\(node.proto.inputs[1])' is not one number") }
    return numbers[0]
  }

  // Where ONNX Runtime keeps the best in a heap; elsewhere it selects and then sorts.
  private static func keepsHeap(_ k: Int, of size: Int) -> Bool {
    k < 4 || log2(Double(k)) / log2(Double(size)) < 0.725
  }
}
