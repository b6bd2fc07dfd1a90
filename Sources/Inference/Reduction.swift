// Reductions of one element after the other: x has the shape [blocks, count, columns], y the shape [blocks, columns].

/// The ReduceSum operator; every sum starts at zero.
/// ReduceSum オペレーター（和は 0 から始まる）。
public func sums<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    // Makes zero of -0.
    0 + $0
  } _: {
    $0 + $1
  }
}

/// The ReduceSum operator where every sum starts at the first element.
/// 和が最初の要素から始まる ReduceSum オペレーター。
public func sumsFromFirst<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0
  } _: {
    $0 + $1
  }
}

/// The ReduceSumSquare operator.
/// ReduceSumSquare オペレーター。
public func sumsOfSquares<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0 * $0
  } _: {
    $0 + $1
  }
}

/// The ReduceL2 operator.
/// ReduceL2 オペレーター。
public func lengths<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0 * $0
  } _: {
    $0 + $1
  }
  for i in y.indices { y[i] = y[i].squareRoot() }
}

/// The ReduceL1 operator.
/// ReduceL1 オペレーター。
public func sumsOfMagnitudes<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0.magnitude
  } _: {
    $0 + $1
  }
}

/// The ReduceProd operator.
/// ReduceProd オペレーター。
public func products<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0
  } _: {
    $0 * $1
  }
}

/// The ReduceMax operator; a NaN stays where it comes first and is passed over elsewhere.
/// ReduceMax オペレーター（NaN は先頭にあれば残り、それ以外では読み飛ばされる）。
public func greatest<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0
  } _: {
    $1 > $0 ? $1 : $0
  }
}

/// The ReduceMin operator; a NaN stays where it comes first and is passed over elsewhere.
/// ReduceMin オペレーター（NaN は先頭にあれば残り、それ以外では読み飛ばされる）。
public func least<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  reduce(x, count, columns, &y) {
    $0
  } _: {
    $1 < $0 ? $1 : $0
  }
}

@inline(__always)
private func reduce<Number: BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ columns: Int, _ y: inout MutableSpan<Number>, _ element: (Number) -> Number,
  _ join: (Number, Number) -> Number
) {
  for block in 0..<y.count / columns {
    for column in 0..<columns {
      let first = block * count * columns + column
      var result = element(x[first])
      for k in 1..<count { result = join(result, element(x[first + k * columns])) }
      y[block * columns + column] = result
    }
  }
}
