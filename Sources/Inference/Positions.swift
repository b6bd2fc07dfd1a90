// Where the greatest or the least element of every row stands: x has the shape [rows, count], positions the shape [rows].

/// The ArgMax operator: the first of equal ones.
/// ArgMax オペレーター（同値なら最初）。
///
/// A NaN is greater than nothing, and nothing is greater than a NaN that comes first.
public func positionOfGreatest<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 > $1 }
}

/// The ArgMin operator: the first of equal ones.
/// ArgMin オペレーター（同値なら最初）。
///
/// A NaN is less than nothing, and nothing is less than a NaN that comes first.
public func positionOfLeast<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 < $1 }
}

/// The ArgMax operator with `select_last_index`.
/// `select_last_index` 付きの ArgMax オペレーター。
public func positionOfLastGreatest<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 >= $1 }
}

/// The ArgMin operator with `select_last_index`.
/// `select_last_index` 付きの ArgMin オペレーター。
public func positionOfLastLeast<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 <= $1 }
}

/// The ArgMax operator of a tensor that is one row and nothing else: a NaN is the greatest.
/// 一行だけのテンソルの ArgMax オペレーター（NaN を最大とみなす）。
public func positionOfGreatestOrNaN<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 > $1 || ($0.isNaN && !$1.isNaN) }
}

/// The ArgMin operator of a tensor that is one row and nothing else: a NaN is the least.
/// 一行だけのテンソルの ArgMin オペレーター（NaN を最小とみなす）。
public func positionOfLeastOrNaN<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  find(x, count, &positions) { $0 < $1 || ($0.isNaN && !$1.isNaN) }
}

@inline(__always)
private func find<Number: BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ positions: inout MutableSpan<Int64>, _ isBetter: (Number, Number) -> Bool
) {
  for row in positions.indices {
    let first = row * count
    var found = first
    for i in first + 1..<first + count where isBetter(x[i], x[found]) { found = i }
    positions[row] = Int64(found - first)
  }
}
