/// The kernel `RBF` of a row with every support vector, `exp(-gamma * |x - v|^2)`.
/// 行と各サポートベクターの RBF カーネル値。
///
/// Eight support vectors are computed side by side; each lane sums its features in their order.
///
/// - Parameters:
///   - x: Shape [features].
///   - supportVectors: Shape [blocks, features, 8]: the support vectors eight by eight, the last block padded.
///   - gamma: The first of `kernel_params`, not below zero.
///   - values: Shape [blocks * 8]; those past the last support vector mean nothing.
public func radialBasisKernel(
  _ x: Span<Float>, supportVectors: Span<Float>, gamma: Float, into values: consuming MutableSpan<Float>
) {
  var next = 0
  for first in stride(from: 0, to: values.count, by: 8) {
    var sum = SIMD8<Float>.zero
    for i in x.indices {
      let difference = SIMD8(repeating: x[i]) - supportVectors.lanes(at: next)
      sum += difference * difference
      next &+= 8
    }
    let exponents = -gamma * sum
    let low = exponentialOfSmall(exponents.lowHalf)
    let high = exponentialOfSmall(exponents.highHalf)
    values.set(SIMD8(lowHalf: low, highHalf: high), at: first)
  }
}
