// ai.onnx.ReduceProd: the product.
enum ReduceProdOperator: ReductionOperator {
  static let name = "ReduceProd"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let types: [ElementType] = [.float]
  static let function = "productsOfColumns"
  static let rowFunction = "productInPackets"
}
