// ai.onnx.Tile: repeated along every axis, as often as its second input tells.
enum TileOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Tile"
  static let versions: [Int64] = [6, 13]
  static let attributes: Set<String> = []
  static let types = ElementType.ofTensors
  static let scope = "the repeats are constants"

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 2...2, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    let repeats = try builder.sizes(1, of: node)
    guard repeats.count == shape.count, Shape.checkedCount(repeats + shape) != nil else {
      throw node.error("the shape \(shape) is not repeated \(repeats) times")
    }
    // Each axis twice: the repeats, which stand still, and the elements.
    let strides = Shape.strides(shape)
    let positions = Shape.positions(
      zip(repeats, shape).flatMap { [$0, $1] }, strides: strides.flatMap { [0, $0] })
    let result = zip(repeats, shape).map { $0 * $1 }
    builder.define(
      0, of: node, as: try builder.gathered(try builder.value(0, of: node), at: positions, shape: result, of: node))
  }
}
