// The greatest and least 64-bit integers as ONNX Runtime's vector library finds them: two side by side it compares by their
// halves, and takes the lower ones for signed where the upper ones are equal.

/// The ReduceMax operator of rows, in the order of `sumsInPackets`.
/// 行ごとの ReduceMax オペレーター（`sumsInPackets` の順）。
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - y: Shape [rows].
public func greatestInPackets(_ x: Span<Int64>, count: Int, into y: consuming MutableSpan<Int64>) {
  reduce(x, count, &y) {
    isLess($0, $1) ? $1 : $0
  } last: {
    max($0, $1)
  }
}

/// The ReduceMin operator of rows, in the order of `sumsInPackets`.
/// 行ごとの ReduceMin オペレーター（`sumsInPackets` の順）。
///
/// - Parameters: As of `greatestInPackets`.
public func leastInPackets(_ x: Span<Int64>, count: Int, into y: consuming MutableSpan<Int64>) {
  reduce(x, count, &y) {
    isLess($1, $0) ? $1 : $0
  } last: {
    min($0, $1)
  }
}

/// The ReduceMax operator along a dimension in the middle.
/// 中間の次元に沿った ReduceMax オペレーター。
///
/// - Parameters:
///   - x: Shape [blocks, count, columns].
///   - y: Shape [blocks, columns].
public func greatestByFours(_ x: Span<Int64>, count: Int, columns: Int, into y: consuming MutableSpan<Int64>) {
  joinByFours(x, count, columns, &y) {
    isLess($0, $1) ? $1 : $0
  } single: {
    max($0, $1)
  }
}

/// The ReduceMin operator along a dimension in the middle.
/// 中間の次元に沿った ReduceMin オペレーター。
///
/// - Parameters: As of `greatestByFours`.
public func leastByFours(_ x: Span<Int64>, count: Int, columns: Int, into y: consuming MutableSpan<Int64>) {
  joinByFours(x, count, columns, &y) {
    isLess($1, $0) ? $1 : $0
  } single: {
    min($0, $1)
  }
}

private func isLess(_ a: Int64, _ b: Int64) -> Bool {
  a >> 32 == b >> 32 ? Int32(truncatingIfNeeded: a) < Int32(truncatingIfNeeded: b) : a < b
}

@inline(__always)
private func reduce(
  _ x: Span<Int64>, _ count: Int, _ y: inout MutableSpan<Int64>, _ join: (Int64, Int64) -> Int64,
  last: (Int64, Int64) -> Int64
) {
  for row in y.indices {
    let first = row * count
    y[row] = joinedInPackets(count, lanes: 2, head: min(count, first % 2), zero: 0, { x[first + $0] }, join, last: last)
  }
}
