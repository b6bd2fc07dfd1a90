// ai.onnx.Slice: ranges of some axes. Starts, ends and axes are attributes or, since version 10, inputs, with steps.
enum SliceOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Slice"
  static let versions: [Int64] = [1, 10, 11, 13]
  static let attributes: Set<String> = ["axes", "ends", "starts"]
  static let types = ElementType.ofTensors
  static let scope = "the ranges are constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...5, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    guard let starts = try numbers("starts", 1, node, builder), let ends = try numbers("ends", 2, node, builder) else {
      throw node.error("starts and ends are not given")
    }
    let axes = try numbers("axes", 3, node, builder) ?? starts.indices.map { Int64($0) }
    let steps = node.has(input: 4) ? try builder.indices(4, of: node) : starts.map { _ in 1 }
    guard ends.count == starts.count, axes.count == starts.count, steps.count == starts.count else {
      throw node.error("starts, ends, axes and steps are not as many")
    }

    var result = shape
    var strides = Shape.strides(shape)
    var first = 0
    var seen: Set<Int> = []
    for index in starts.indices {
      guard let axis = Shape.axis(axes[index], rank: shape.count), seen.insert(axis).inserted, steps[index] != 0 else {
        throw node.error("axis \(axes[index]) with step \(steps[index]) is not supported for the shape \(shape)")
      }
      let range = Self.range(starts[index], ends[index], steps[index], size: Int64(shape[axis]))
      first += Int(range.start) * strides[axis]
      // A step beyond the size takes one element.
      let step = max(-Int64(shape[axis]), min(Int64(shape[axis]), steps[index]))
      strides[axis] *= Int(step)
      result[axis] = range.count
    }
    let positions = Shape.positions(result, strides: strides, start: first)
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: result, of: node))
  }

  // Negative numbers count from the end, and what is beyond is clamped.
  private static func range(_ start: Int64, _ end: Int64, _ step: Int64, size: Int64) -> (start: Int64, count: Int) {
    let (least, greatest): (Int64, Int64) = step > 0 ? (0, size) : (-1, size - 1)
    let start = max(step > 0 ? 0 : -1, min(greatest, start < 0 ? start.addingSaturated(size) : start))
    let end = max(least, min(greatest, end < 0 ? end.addingSaturated(size) : end))
    let distance = step > 0 ? end - start : start - end
    let magnitude = Int64(clamping: step.magnitude)
    return (max(start, 0), distance <= 0 ? 0 : Int((distance - 1) / magnitude + 1))
  }

  private static func numbers(
    _ attribute: String, _ input: Int, _ node: Node, _ builder: ProgramBuilder
  ) throws(UnsupportedModel) -> [Int64]? {
    node.has(input: input) ? try builder.indices(input, of: node) : try node.ints(attribute)
  }
}

extension Int64 {
  fileprivate func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
