/// The TopK operator: the greatest elements of every row, in order.
/// TopK オペレーター。各行の大きい方からの要素。
///
/// Of equal elements the first comes first. A heap of positions, whose root is the worst of those kept, decides as ONNX
/// Runtime's does, so that what a NaN hides is the same.
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - values: Shape [rows, k].
///   - isSorted: Whether they are in order, not as the heap has them.
///   - positions: Shape [rows, k], within a row.
public func greatestElements<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, isSorted: Bool, values: consuming MutableSpan<Number>,
  positions: consuming MutableSpan<Int64>
) {
  select(x, count, isSorted, &values, &positions) { $0 > $1 }
}

/// The TopK operator with `largest` 0: the least elements of every row, in order.
/// `largest` が 0 の TopK オペレーター。各行の小さい方からの要素。
///
/// - Parameters: As of `greatestElements`.
public func leastElements<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, isSorted: Bool, values: consuming MutableSpan<Number>,
  positions: consuming MutableSpan<Int64>
) {
  select(x, count, isSorted, &values, &positions) { $0 < $1 }
}

@inline(__always)
private func select<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ isSorted: Bool, _ values: inout MutableSpan<Number>,
  _ positions: inout MutableSpan<Int64>, _ isBetter: (Number, Number) -> Bool
) {
  let rows = x.count / count
  let k = positions.count / rows
  for row in 0..<rows {
    let first = row * count
    let root = row * k
    func wins(_ a: Int64, _ b: Int64) -> Bool {
      let (left, right) = (x[first + Int(a)], x[first + Int(b)])
      return isBetter(left, right) || (left == right && a < b)
    }
    for i in 0..<k {
      positions[root + k - 1 - i] = Int64(i)
      sink(k - 1 - i, in: &positions, from: root, count: k, wins)
    }
    for i in k..<count where isBetter(x[first + i], x[first + Int(positions[root])]) {
      positions[root] = Int64(i)
      sink(0, in: &positions, from: root, count: k, wins)
    }
    // The worst goes behind those that are left.
    if isSorted {
      for left in stride(from: k - 1, to: 0, by: -1) {
        positions.swapAt(root, root + left)
        sink(0, in: &positions, from: root, count: left, wins)
      }
    }
    for i in root..<root + k { values[i] = x[first + Int(positions[i])] }
  }
}

// Moves an element down until it wins over no child. Where it wins over both, the worse child takes its place.
@inline(__always)
private func sink(
  _ start: Int, in positions: inout MutableSpan<Int64>, from root: Int, count: Int, _ wins: (Int64, Int64) -> Bool
) {
  var i = start
  while true {
    let left = 2 * i + 1
    let right = left + 1
    var next = i
    if right < count {
      let winsOverLeft = wins(positions[root + i], positions[root + left])
      if winsOverLeft && wins(positions[root + right], positions[root + left]) {
        next = left
      } else if winsOverLeft || wins(positions[root + i], positions[root + right]) {
        next = right
      }
    } else if left < count && wins(positions[root + i], positions[root + left]) {
      next = left
    }
    guard next != i else { return }
    positions.swapAt(root + i, root + next)
    i = next
  }
}
