import Testing

@testable import Generator

/// The order in which ONNX Runtime adds up a product of matrices.
struct ProductOrderTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let product: MatrixProduct
    let order: MatrixProduct.Order

    init(
      _ label: String, _ rows: Int, _ features: Int, _ columns: Int, _ order: MatrixProduct.Order,
      _ change: (inout MatrixProduct) -> Void = { _ in }
    ) {
      testDescription = label
      var product = MatrixProduct(rows: rows, features: features, columns: columns, element: .float, isPacked: false)
      change(&product)
      self.product = product
      self.order = order
    }
  }

  static let table: [Case] = [
    Case("a constant matrix", 1, 4, 3, .fused(tile: 256)) { $0.isPacked = true },
    Case("a row", 1, 4, 3, .fours),
    Case("a row and a plain addend", 1, 4, 3, .fours) { $0.addend = .plain },
    Case("a row and an addend times a factor", 1, 4, 3, .fused(tile: 128 * 8)) { $0.addend = .scaled },
    Case("a row times a factor", 1, 4, 3, .fused(tile: 128 * 8)) { $0.alpha = 0.5 },
    Case("a row times rows", 1, 4, 3, .eights) { $0.transposesSecond = true },
    Case("a column as a row", 1, 4, 3, .fused(tile: 128)) { $0.transposesFirst = true },
    Case("a column", 2, 4, 1, .eightsOfSecond),
    Case("a column times columns", 2, 4, 1, .foursOfSecond) { $0.transposesFirst = true },
    Case("a row as a column", 2, 4, 1, .fused(tile: 128 * 8)) { $0.transposesSecond = true },
    Case("one number as a column", 2, 1, 1, .eightsOfSecond) { $0.transposesSecond = true },
    Case("as many columns as features", 2, 128, 128, .fused(tile: 128)),
    Case("few features", 2, 17, 40, .fused(tile: 32)),
    Case("one feature", 2, 1, 40, .fused(tile: 1)),
    Case("few columns", 2, 600, 20, .fused(tile: 512)),
    Case("few columns of a transposed matrix", 2, 600, 20, .fused(tile: 128)) { $0.transposesFirst = true },
    Case("fewer columns of doubles", 2, 600, 20, .fused(tile: 256)) { $0.element = .double },
    Case("a row of doubles", 1, 600, 3, .fused(tile: 512)) { $0.element = .double },
    Case("integers", 1, 600, 3, .any) { $0.element = .int64 },
  ]

  @Test(arguments: table)
  func isThatOfTheReference(_ row: Case) {
    #expect(row.product.order == row.order)
  }
}
