// Reductions of integers, made as double precision and kept within what the integer holds: x has the shape [blocks, count,
// columns], y the shape [blocks, columns].

/// The ReduceSum operator on integers.
/// 整数の ReduceSum オペレーター。
public func sums<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: true) {
    $0
  } _: {
    $0
  }
}

/// The same without compensation.
/// 補償のない同じ計算。
public func uncompensatedSums<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: false) {
    $0
  } _: {
    $0
  }
}

/// The ReduceMean operator on integers, towards zero.
/// 整数の ReduceMean オペレーター（0 方向への丸め）。
public func means<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: true) {
    $0
  } _: {
    $0 / Double(count)
  }
}

/// The same without compensation.
/// 補償のない同じ計算。
public func uncompensatedMeans<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: false) {
    $0
  } _: {
    $0 / Double(count)
  }
}

/// The ReduceSumSquare operator on integers.
/// 整数の ReduceSumSquare オペレーター。
public func sumsOfSquares<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: true) {
    $0 * $0
  } _: {
    $0
  }
}

/// The ReduceL2 operator on integers.
/// 整数の ReduceL2 オペレーター。
public func lengths<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: true) {
    $0 * $0
  } _: {
    $0.squareRoot()
  }
}

/// The ReduceL1 operator on integers.
/// 整数の ReduceL1 オペレーター。
public func sumsOfMagnitudes<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  sum(x, count, columns, &y, isCompensated: true) {
    $0.magnitude
  } _: {
    $0
  }
}

/// The ReduceProd operator on integers.
/// 整数の ReduceProd オペレーター。
public func products<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  for block in 0..<y.count / columns {
    for column in 0..<columns {
      var product = 1.0
      for k in 0..<count { product *= Double(x[(block * count + k) * columns + column]) }
      y[block * columns + column] = saturated(product)
    }
  }
}

// With Kahan's compensation where an integer has more bits than a double holds.
@inline(__always)
private func sum<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ columns: Int, _ y: inout MutableSpan<Number>, isCompensated: Bool,
  _ element: (Double) -> Double, _ finish: (Double) -> Double
) {
  for block in 0..<y.count / columns {
    for column in 0..<columns {
      var sum = 0.0
      var compensation = 0.0
      for k in 0..<count {
        let next = element(Double(x[(block * count + k) * columns + column])) - compensation
        let total = sum + next
        if isCompensated, Number.bitWidth == 64 { compensation = (total - sum) - next }
        sum = total
      }
      y[block * columns + column] = saturated(finish(sum))
    }
  }
}

private func saturated<Number: FixedWidthInteger>(_ value: Double) -> Number {
  if value >= Double(Number.max) { return .max }
  // A NaN, of zero times infinity, too.
  return value > Double(Number.min) ? Number(value) : .min
}
