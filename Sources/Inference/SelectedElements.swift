/// The TopK operator where so many elements are asked for that ONNX Runtime selects them and then sorts those.
/// 多数の要素を求めるため、ONNX Runtime が選択してから整列する場合の TopK オペレーター。
///
/// Without a NaN the answer is that of `greatestElements`. A NaN is in no order with anything; where it goes hangs on the
/// steps of the C++ library's quick select and introsort, which are taken here.
///
/// - Parameters:
///   - x: Shape [rows, count].
///   - order: Scratch, shape [count].
///   - values: Shape [rows, k].
///   - positions: Shape [rows, k], within a row.
public func greatestElementsSelected<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, order: consuming MutableSpan<Int64>, values: consuming MutableSpan<Number>,
  positions: consuming MutableSpan<Int64>
) {
  select(x, &order, &values, &positions) { $0 > $1 }
}

/// The same with `largest` 0.
/// `largest` が 0 の同じ計算。
///
/// - Parameters: As of `greatestElementsSelected`.
public func leastElementsSelected<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, order: consuming MutableSpan<Int64>, values: consuming MutableSpan<Number>,
  positions: consuming MutableSpan<Int64>
) {
  select(x, &order, &values, &positions) { $0 < $1 }
}

@inline(__always)
private func select<Number: Comparable & BitwiseCopyable>(
  _ x: Span<Number>, _ order: inout MutableSpan<Int64>, _ values: inout MutableSpan<Number>,
  _ positions: inout MutableSpan<Int64>, _ isBetter: (Number, Number) -> Bool
) {
  let count = order.count
  let k = positions.count / (x.count / count)
  for row in 0..<x.count / count {
    let first = row * count
    func wins(_ a: Int64, _ b: Int64) -> Bool {
      let (left, right) = (x[first + Int(a)], x[first + Int(b)])
      return isBetter(left, right) || (left == right && a < b)
    }
    for i in 0..<count { order[i] = Int64(i) }
    quickSelect(&order, k - 1, wins)
    introsort(&order, k, wins)
    for i in 0..<k {
      positions[row * k + i] = order[i]
      values[row * k + i] = x[first + Int(order[i])]
    }
  }
}

// Puts what belongs at a place there, and what wins over it before it.
private func quickSelect(_ order: inout MutableSpan<Int64>, _ place: Int, _ wins: (Int64, Int64) -> Bool) {
  var range = 0..<order.count
  var depth = greatestDepth(order.count)
  while range.count > 3, depth > 0 {
    depth -= 1
    let cut = partition(&order, range, wins)
    range = cut <= place ? cut..<range.upperBound : range.lowerBound..<cut
  }
  insertionSort(&order, range, wins)
}

// Sorts the first elements: parts of up to sixteen at the end, and by insertion.
private func introsort(_ order: inout MutableSpan<Int64>, _ count: Int, _ wins: (Int64, Int64) -> Bool) {
  introsortLoop(&order, 0..<count, greatestDepth(count), wins)
  insertionSort(&order, 0..<min(count, 16), wins)
  for i in min(count, 16)..<count { insert(&order, i, wins) }
}

private func introsortLoop(
  _ order: inout MutableSpan<Int64>, _ part: Range<Int>, _ depth: Int, _ wins: (Int64, Int64) -> Bool
) {
  var range = part
  var depth = depth
  while range.count > 16 {
    guard depth > 0 else { return insertionSort(&order, range, wins) }
    depth -= 1
    let cut = partition(&order, range, wins)
    introsortLoop(&order, cut..<range.upperBound, depth, wins)
    range = range.lowerBound..<cut
  }
}

// Past it the library does without a pivot, which only rows made for that purpose bring about.
private func greatestDepth(_ count: Int) -> Int { 2 * (Int.bitWidth - 1 - count.leadingZeroBitCount) }

// Moves what wins over the median of three to the left of what does not. A NaN may let the search run to the end.
private func partition(
  _ order: inout MutableSpan<Int64>, _ range: Range<Int>, _ wins: (Int64, Int64) -> Bool
) -> Int {
  let pivot = range.lowerBound
  let (a, b, c) = (pivot + 1, pivot + range.count / 2, range.upperBound - 1)
  let median =
    wins(order[a], order[b])
    ? (wins(order[b], order[c]) ? b : wins(order[a], order[c]) ? c : a)
    : (wins(order[a], order[c]) ? a : wins(order[b], order[c]) ? c : b)
  order.swapAt(pivot, median)
  var first = pivot + 1
  var last = range.upperBound
  while true {
    while first < order.count - 1, wins(order[first], order[pivot]) { first += 1 }
    last -= 1
    while last > 0, wins(order[pivot], order[last]) { last -= 1 }
    guard first < last else { return first }
    order.swapAt(first, last)
    first += 1
  }
}

private func insertionSort(
  _ order: inout MutableSpan<Int64>, _ range: Range<Int>, _ wins: (Int64, Int64) -> Bool
) {
  for i in range.dropFirst() {
    if wins(order[i], order[range.lowerBound]) {
      let moved = order[i]
      for k in stride(from: i, to: range.lowerBound, by: -1) { order[k] = order[k - 1] }
      order[range.lowerBound] = moved
    } else {
      insert(&order, i, wins)
    }
  }
}

// Moves an element to the left as long as it wins.
private func insert(_ order: inout MutableSpan<Int64>, _ start: Int, _ wins: (Int64, Int64) -> Bool) {
  let moved = order[start]
  var i = start
  while i > 0, wins(moved, order[i - 1]) {
    order[i] = order[i - 1]
    i -= 1
  }
  order[i] = moved
}
