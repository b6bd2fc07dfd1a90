// ai.onnx.ReduceProd: the product.
enum ReduceProdOperator: ReductionOperator {
  static let name = "ReduceProd"
  static let versions: [Int64] = [1, 11, 13, 18]
  static let function = "products"
  static let packedFunction = "productsInPackets"
  static let keepsOne = true
}
