// ai.onnx.Shape: the sizes of the dimensions, known at build time.
enum ShapeOperator: Operator {
  static let domain = Domain.onnx
  static let name = "Shape"
  static let versions: [Int64] = [1, 13, 15, 19, 21, 23, 24, 25]
  static let attributes: Set<String> = ["end", "start"]
  static let types = ElementType.ofTensors

  static func lower(_ node: Node, into builder: inout ProgramBuilder) throws(UnsupportedModel) {
    try node.checkArity(inputs: 1...1, outputs: 1...1)
    let shape = try builder.shape(0, of: node)
    func bound(_ number: Int64) -> Int {
      Int(max(0, min(Int64(shape.count), number < 0 ? number + Int64(shape.count) : number)))
    }
    let start = bound(try node.int("start") ?? 0)
    let end = bound(try node.int("end") ?? Int64(shape.count))
    let sizes = start < end ? shape[start..<end].map { Int64($0) } : []
    builder.define(0, of: node, as: .constant(ConstantTensor(elements: .int64s(sizes), shape: [sizes.count])))
  }
}
