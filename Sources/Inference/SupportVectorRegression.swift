/// The kernel `RBF` of a row with every support vector: `exp(-gamma * |x - v|^2)`.
/// 行と各サポートベクターとの RBF カーネル値。
///
/// - Parameters:
///   - x: Shape [features].
///   - supportVectors: Shape [blocks, features, 8]: the support vectors eight by eight, the last block padded.
///   - gamma: The first of `kernel_params`, not below zero.
///   - kernel: Shape [blocks * 8].
public func radialBasisKernel(
  _ x: Span<Float>, supportVectors: Span<Float>, gamma: Float, into kernel: consuming MutableSpan<Float>
) {
  radialBasisKernel(
    x, supportVectors: supportVectors, gamma: gamma, blocks: 0..<kernel.count / 8, into: &kernel)
}

/// The value of a support vector regression: the weighted sum of its kernel values, plus the intercept.
/// サポートベクター回帰の値。カーネル値の加重和に切片を足したもの。
///
/// - Parameters:
///   - kernel: Shape [at least vectors].
///   - vectors: The number of support vectors; what stands behind their kernel values means nothing.
///   - coefficients: Shape [vectors rounded up to a multiple of 8], padded with zeros.
///   - intercept: Shape [1], the attribute `rho`.
///   - y: Shape [1].
public func weightedSum(
  _ kernel: Span<Float>, vectors: Int, coefficients: Span<Float>, intercept: Span<Float>,
  into y: consuming MutableSpan<Float>
) {
  dotProducts(kernel.extracting(0..<vectors), matrix: coefficients, addends: intercept, into: y)
}

/// What the attribute `one_class` makes of a value: 1 for one above zero, otherwise -1.
/// 属性 `one_class` による値。0 より大きければ 1、そうでなければ -1。
///
/// - Parameter values: Replaced by 1 and -1.
public func inlierSigns(_ values: consuming MutableSpan<Float>) {
  for i in values.indices {
    values[i] = values[i] > 0 ? 1 : -1
  }
}
