// ai.onnx.Gather: slices along an axis, by constant indices.
enum GatherOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Gather"
  static let versions: [Int64] = [1, 11, 13]
  static let attributes: Set<String> = ["axis"]
  static let types = ElementType.ofTensors
  static let scope = "the indices are constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    let axis = try node.axis("axis", default: 0, rank: shape.count)
    let indices = try builder.constant(1, of: node)
    let numbers = try builder.indices(1, of: node)
    var picked: [Int] = []
    for number in numbers {
      guard let index = Shape.axis(number, rank: shape[axis]) else {
        throw node.error("index \(number) is beyond the \(shape[axis]) elements of axis \(axis)")
      }
      picked.append(index)
    }
    let inner = Shape.count(Array(shape[(axis + 1)...]))
    let outer = Shape.count(Array(shape[..<axis]))
    let positions = (0..<outer).flatMap { block in
      picked.flatMap { index in (0..<inner).map { (block * shape[axis] + index) * inner + $0 } }
    }
    let result = Array(shape[..<axis]) + indices.shape + Array(shape[(axis + 1)...])
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: result, of: node))
  }
}
