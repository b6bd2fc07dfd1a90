/// The products of rows with every row of a constant matrix, times a factor, plus a bias.
/// 各行と定数行列の各行との内積に係数を掛け、バイアスを加えたもの。
///
/// In the order of ONNX Runtime's matrix product where it has packed the constant beforehand: one fused sum a product, which
/// starts anew after every 256 features and is then added to what is there, the bias at first.
///
/// - Parameters:
///   - x: Shape [rows, features].
///   - matrix: Shape [blocks, features, 8]: the matrix's rows eight by eight, the last block padded.
///   - outputs: The number of the matrix's rows.
///   - alpha: The factor.
///   - bias: Shape [outputs], where there is one.
///   - products: Shape [rows, outputs].
public func matrixProduct(
  _ x: Span<Float>, features: Int, matrix: Span<Float>, outputs: Int, alpha: Float, bias: Span<Float>, hasBias: Bool,
  into products: consuming MutableSpan<Float>
) {
  let factor = SIMD8<Float>(repeating: alpha)
  for row in 0..<products.count / outputs {
    let start = row * features
    for first in stride(from: 0, to: outputs, by: 8) {
      var result = SIMD8<Float>.zero
      if hasBias {
        for lane in 0..<min(8, outputs - first) { result[lane] = bias[first + lane] }
      }
      for tile in stride(from: 0, to: features, by: 256) {
        var sum = SIMD8<Float>.zero
        for i in tile..<min(tile + 256, features) {
          sum.addProduct(SIMD8(repeating: x[start + i]), matrix.lanes(at: (first * features) + i * 8))
        }
        result = tile == 0 && !hasBias ? sum * factor : result.addingProduct(sum, factor)
      }
      for lane in 0..<min(8, outputs - first) { products[row * outputs + first + lane] = result[lane] }
    }
  }
}
