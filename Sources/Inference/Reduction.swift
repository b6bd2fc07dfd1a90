import Lanes

// Sums and products of the elements above each other: x has the shape [rows, columns], y the shape [columns].

/// The ReduceSum operator along the first axis.
/// 最初の軸に沿った ReduceSum オペレーター。
public func sums(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0
  } _: {
    $0 + $1
  }
}

/// The ReduceSumSquare operator along the first axis.
/// 最初の軸に沿った ReduceSumSquare オペレーター。
public func sumsOfSquares(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0 * $0
  } _: {
    $0 + $1
  }
}

/// The ReduceL1 operator along the first axis.
/// 最初の軸に沿った ReduceL1 オペレーター。
public func sumsOfMagnitudes(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0.magnitude
  } _: {
    $0 + $1
  }
}

/// The ReduceProd operator along the first axis.
/// 最初の軸に沿った ReduceProd オペレーター。
public func productsOfColumns(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0
  } _: {
    $0 * $1
  }
}

/// The ReduceMax operator along the first axis.
/// 最初の軸に沿った ReduceMax オペレーター。
public func greatestOfColumns(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0
  } _: {
    $1 > $0 ? $1 : $0
  }
}

/// The ReduceMin operator along the first axis.
/// 最初の軸に沿った ReduceMin オペレーター。
public func leastOfColumns(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  reduce(x, &y) {
    $0
  } _: {
    $1 < $0 ? $1 : $0
  }
}

@inline(__always)
private func reduce(
  _ x: Span<Float>, _ y: inout MutableSpan<Float>, _ element: (Float) -> Float, _ join: (Float, Float) -> Float
) {
  for column in y.indices {
    var result = element(x[column])
    for i in stride(from: column + y.count, to: x.count, by: y.count) { result = join(result, element(x[i])) }
    y[column] = result
  }
}

/// The ReduceSum operator of one row.
/// 一行の ReduceSum オペレーター。
///
/// Two sums of four lanes run along the row in turn. They are added, the lanes of what is left over of eight elements to
/// them, then lanes two apart, and at last what is left over of four.
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [1].
public func sumInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    $0
  } _: {
    $0 + $1
  }
}

/// The ReduceSumSquare operator of all elements.
/// 全要素の ReduceSumSquare オペレーター。
///
/// - Parameters: As of `sumInPackets`.
public func sumOfSquaresInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    $0 * $0
  } _: {
    $0 + $1
  }
}

/// The ReduceL1 operator of all elements.
/// 全要素の ReduceL1 オペレーター。
///
/// - Parameters: As of `sumInPackets`.
public func sumOfMagnitudesInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    SIMD4($0[0].magnitude, $0[1].magnitude, $0[2].magnitude, $0[3].magnitude)
  } _: {
    $0 + $1
  }
}

/// The ReduceProd operator of all elements.
/// 全要素の ReduceProd オペレーター。
///
/// - Parameters: As of `sumInPackets`.
public func productInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    $0
  } _: {
    $0 * $1
  }
}

/// The ReduceMax operator of one row.
/// 一行の ReduceMax オペレーター。
///
/// - Parameters: As of `sumInPackets`.
public func greatestInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    $0
  } _: {
    $0.replacing(with: $1, where: $1 .> $0)
  }
}

/// The ReduceMin operator of one row.
/// 一行の ReduceMin オペレーター。
///
/// - Parameters: As of `sumInPackets`.
public func leastInPackets(_ x: Span<Float>, into y: consuming MutableSpan<Float>) {
  y[0] = reduceInPackets(x) {
    $0
  } _: {
    $0.replacing(with: $1, where: $1 .< $0)
  }
}

@inline(__always)
private func reduceInPackets(
  _ x: Span<Float>, _ element: (SIMD4<Float>) -> SIMD4<Float>, _ join: (SIMD4<Float>, SIMD4<Float>) -> SIMD4<Float>
) -> Float {
  func one(_ i: Int) -> Float { element(SIMD4(repeating: x[i]))[0] }
  func both(_ a: Float, _ b: Float) -> Float { join(SIMD4(repeating: a), SIMD4(repeating: b))[0] }
  let whole = x.count & ~3
  guard whole > 0 else {
    var result = one(0)
    for i in 1..<x.count { result = both(result, one(i)) }
    return result
  }
  var lanes = element(x.lanes(at: 0))
  if whole > 4 {
    var others = element(x.lanes(at: 4))
    let pairs = x.count & ~7
    for i in stride(from: 8, to: pairs, by: 8) {
      lanes = join(lanes, element(x.lanes(at: i)))
      others = join(others, element(x.lanes(at: i + 4)))
    }
    lanes = join(lanes, others)
    if whole > pairs { lanes = join(lanes, element(x.lanes(at: pairs))) }
  }
  var result = both(both(lanes[0], lanes[2]), both(lanes[1], lanes[3]))
  for i in whole..<x.count { result = both(result, one(i)) }
  return result
}
