import Lanes
import Testing

@testable import Generator
@testable import Lanes

struct FusedProductTests {
  struct Case: CustomTestStringConvertible {
    var rows = 1
    var features: Int
    var outputs: Int
    var tile = 256
    var alpha: Float = 1
    var addends = 0
    var testDescription: String { "\(rows) x \(features) x \(outputs), \(tile), \(alpha), \(addends) addends" }
  }

  static let cases = [
    Case(features: 1, outputs: 1),
    Case(features: 4, outputs: 7, addends: 7),
    Case(features: 9, outputs: 8, alpha: 0.3, addends: 1),
    Case(rows: 3, features: 5, outputs: 33, addends: 33),
    Case(features: 11, outputs: 32, alpha: -2, addends: 32),
    Case(features: 300, outputs: 41, addends: 41),
    Case(features: 257, outputs: 75),
    Case(rows: 2, features: 20, outputs: 64, tile: 3, alpha: 0.7, addends: 1),
    Case(features: 0, outputs: 3),
  ]

  // Bit for bit, wherever a block or a tile ends.
  @Test(arguments: cases)
  func sumsFeatureByFeature(_ example: Case) {
    let x = scattered(example.rows * example.features, from: 1)
    let bias = scattered(example.addends, from: 2)
    let values = scattered(example.outputs * example.features, from: 3)
    let matrix = Matrix(rows: example.outputs, columns: example.features, values: values)
    let bytes = Generator.PackedText(lanes: matrix.inBlocks(startingAt: 32)).bytes
    let text = Lanes.PackedText(bytes.span.bytes)
    var portable = [Float](repeating: .nan, count: example.rows * example.outputs)
    var byInstruction = portable
    var span = portable.mutableSpan
    fusedProducts(
      x.span, features: example.features, matrix: text, outputs: example.outputs, tile: example.tile,
      alpha: example.alpha, bias: bias.span, into: &span)
    span = byInstruction.mutableSpan
    fusedProductsByInstruction(
      x.span, features: example.features, matrix: text, outputs: example.outputs, tile: example.tile,
      alpha: example.alpha, bias: bias.span, into: &span)
    guard example.features > 0 else {
      #expect(portable.filter(\.isNaN).count == portable.count, "nothing is written")
      return
    }
    let expected = (0..<portable.count).map { reference(example, $0, x, values, bias).bitPattern }
    #expect(portable.map(\.bitPattern) == expected)
    #expect(byInstruction.map(\.bitPattern) == expected)
  }

  private func reference(_ example: Case, _ product: Int, _ x: [Float], _ values: [Float], _ bias: [Float]) -> Float {
    let (row, output) = product.quotientAndRemainder(dividingBy: example.outputs)
    var result: Float? = bias.isEmpty ? nil : bias[bias.count == 1 ? 0 : output]
    for start in stride(from: 0, to: example.features, by: example.tile) {
      var sum: Float = 0
      for i in start..<min(start + example.tile, example.features) {
        sum.addProduct(x[row * example.features + i], values[output * example.features + i])
      }
      result = result.map { $0.addingProduct(sum, example.alpha) } ?? sum * example.alpha
    }
    return result ?? 0
  }

  // Between -1 and 1, with all bits of the significand in use.
  private func scattered(_ count: Int, from start: Int) -> [Float] {
    (0..<count).map { Float(Int32(truncatingIfNeeded: (start + $0) &* 2_654_435_761)) * 0x1p-31 }
  }
}
