import CLinux

// The kernel `POLY` of a support vector machine: powers of the products `gamma * <x, v> + coef0`.

/// The kernel of degree 2: squares.
/// 次数 2 のカーネル。積の二乗。
///
/// - Parameter values: The products, replaced by their powers.
public func square(_ values: consuming MutableSpan<Float>) {
  for i in values.indices {
    let v = values[i]
    values[i] = v * v
  }
}

/// The kernel of degree 3: cubes.
/// 次数 3 のカーネル。積の三乗。
///
/// - Parameter values: As of `square`.
public func cube(_ values: consuming MutableSpan<Float>) {
  for i in values.indices {
    let v = values[i]
    values[i] = (v * v) * v
  }
}

/// The kernel of another degree: every four are squared again and again, what is left over is for the C library.
/// その他の次数のカーネル。4 個ずつ繰り返し二乗し、余りは C ライブラリで計算する。
///
/// - Parameters:
///   - values: The products, replaced by their powers.
///   - count: The number of support vectors; what stands behind their products means nothing.
///   - degree: 0 to 7, beyond which ONNX Runtime takes logarithms.
public func powers(_ values: consuming MutableSpan<Float>, count: Int, degree: Int) {
  let inFours = count & ~3
  for i in 0..<count {
    values[i] = i < inFours ? power(values[i], degree) : powf(values[i], Float(degree))
  }
}

private func power(_ value: Float, _ degree: Int) -> Float {
  guard degree > 0 else { return 1 }
  var (result, square, rest) = (Float(1), value, degree)
  while rest > 1 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result * square
}
