import CLinux
import Lanes

/// The products of rows with every row of a constant matrix, times a factor, plus a bias, all fused.
/// 各行と定数行列の各行との内積に係数を掛け、バイアスを加えたもの（すべて融合積和演算）。
///
/// Where the processor has no instruction that fuses, every product is a call of the C library, with the same result.
///
/// - Parameters: As of `fusedProducts`.
public func matrixProduct(
  _ x: Span<Float>, features: Int, matrix: borrowing PackedText, outputs: Int, tile: Int, alpha: Float,
  bias: Span<Float>, into products: consuming MutableSpan<Float>
) {
  if linux_has_fused_lanes() {
    fusedProductsByInstruction(
      x, features: features, matrix: matrix, outputs: outputs, tile: tile, alpha: alpha, bias: bias, into: &products)
  } else {
    fusedProducts(
      x, features: features, matrix: matrix, outputs: outputs, tile: tile, alpha: alpha, bias: bias, into: &products)
  }
}
