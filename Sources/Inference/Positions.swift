/// The ArgMax operator: the position of the greatest element of every row, the first of equal ones.
/// ArgMax オペレーター。各行の最大要素の位置（同値なら最初）。
///
/// A NaN is greater than nothing, and nothing is greater than a NaN that comes first.
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - positions: Shape [rows].
public func positionOfGreatest<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  for row in positions.indices {
    var found = row * count
    for i in row * count..<(row + 1) * count where x[i] > x[found] { found = i }
    positions[row] = Int64(found - row * count)
  }
}

/// The ArgMin operator: the position of the least element of every row, the first of equal ones.
/// ArgMin オペレーター。各行の最小要素の位置（同値なら最初）。
///
/// - Parameters: As of `positionOfGreatest`.
public func positionOfLeast<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into positions: consuming MutableSpan<Int64>
) {
  for row in positions.indices {
    var found = row * count
    for i in row * count..<(row + 1) * count where x[i] < x[found] { found = i }
    positions[row] = Int64(found - row * count)
  }
}
