import CLinux

// Powers. The program is linked with the C library, whose answers are those of the one ONNX Runtime runs on.

/// The Pow operator.
/// Pow オペレーター。
///
/// - Parameters:
///   - a: Shape [elements] or [1].
///   - b: Shape [elements] or [1].
///   - multiplied: Whether squares and cubes are multiplied out.
///   - c: Shape [elements].
public func power(_ a: Span<Float>, _ b: Span<Float>, multiplied: Bool, into c: consuming MutableSpan<Float>) {
  for i in c.indices {
    let (x, y) = (a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
    c[i] = multiplied && y == 2 ? x * x : multiplied && y == 3 ? x * x * x : powf(x, y)
  }
}

/// The Pow operator in double precision.
/// 倍精度で計算する Pow オペレーター。
///
/// - Parameters: As of the one on floats.
public func power<Number: BinaryFloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Double>, multiplied: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    let (x, y) = (a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
    c[i] = multiplied && y == 2 ? x * x : multiplied && y == 3 ? x * x * x : Number(pow(Double(x), y))
  }
}

/// The Pow operator on integers: squares and cubes wrap around, all others are truncated from double precision.
/// 整数の Pow オペレーター。二乗と三乗は桁あふれが循環し、他は倍精度から切り捨てる。
///
/// - Parameters: As of the one on floats.
public func power<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Double>, multiplied: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    let (x, y) = (a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
    c[i] = multiplied && y == 2 ? x &* x : multiplied && y == 3 ? x &* x &* x : truncated(pow(Double(x), y))
  }
}
