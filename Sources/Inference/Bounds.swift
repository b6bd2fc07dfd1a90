// The greatest and the least of operands, and bounds for one. Operands as of `add`.

/// The Max operator of two: NaN where one is.
/// 二つの Max オペレーター。一方が NaN なら NaN になる。
///
/// - Parameters:
///   - a: Shape [elements] or [1].
///   - b: Shape [elements] or [1].
///   - span: The number of elements the reference computes in one loop.
///   - swapped: Whether it takes b as the first operand there.
///   - c: Shape [elements].
public func greatest<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, span: Int, swapped: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    let (x, y) = (a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
    c[i] = x.isNaN ? x : y.isNaN || y > x ? y : x > y || isInPacket(i, of: x, span) == swapped ? x : y
  }
}

/// The Max operator of two on integers.
/// 二つの整数の Max オペレーター。
///
/// - Parameters: As of that on floats.
public func greatest<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, span: Int, swapped: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = max(a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
  }
}

/// The Min operator of two: NaN where one is.
/// 二つの Min オペレーター。一方が NaN なら NaN になる。
///
/// - Parameters: As of `greatest`.
public func least<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, span: Int, swapped: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    let (x, y) = (a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
    c[i] = x.isNaN ? x : y.isNaN || y < x ? y : x < y || isInPacket(i, of: x, span) == swapped ? x : y
  }
}

/// The Min operator of two on integers.
/// 二つの整数の Min オペレーター。
///
/// - Parameters: As of `greatest`.
public func least<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, span: Int, swapped: Bool, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = min(a[a.count == 1 ? 0 : i], b[b.count == 1 ? 0 : i])
  }
}

// Whether the reference computes an element side by side with its neighbours, in aligned packets of 16 bytes, and not alone.
// Of two zeros the packets answer the second operand, the others the first.
@inline(__always)
private func isInPacket<Number>(_ index: Int, of element: Number, _ span: Int) -> Bool {
  let lanes = 16 / MemoryLayout<Number>.size
  let place = index % span
  let misaligned = (place - index) & (lanes - 1)
  return place >= misaligned && place < misaligned + ((span - misaligned) & ~(lanes - 1))
}

/// The Clip operator: first the lower bound, then the upper one; NaN is kept.
/// Clip オペレーター。下限、上限の順に適用する（NaN はそのまま）。
///
/// - Parameters:
///   - x: Shape [elements].
///   - least: Shape [1]; NaN bounds nothing.
///   - greatest: Shape [1].
///   - y: Shape [elements].
public func clip<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, from least: Span<Number>, to greatest: Span<Number>, into y: consuming MutableSpan<Number>
) {
  for i in x.indices {
    let value = x[i] < least[0] ? least[0] : x[i]
    y[i] = greatest[0] < value ? greatest[0] : value
  }
}
