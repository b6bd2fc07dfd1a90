// Finds the elements of a row from the largest on; of equal ones the first comes first. A heap: in a row of n elements the
// first k cost about n + k log n comparisons.
struct LargestFirst: ~Copyable {
  // The positions not found yet are the first `count`; none comes before the one at half its place.
  private var heap: [Int] = []
  private var count = 0

  mutating func begin(_ row: Span<Float>) {
    if heap.count < row.count { heap = [Int](repeating: 0, count: row.count) }
    count = row.count
    for place in 0..<count { heap[place] = place }
    for place in (0..<count / 2).reversed() { sink(place, row) }
  }

  // The position of the next element, of the row that was begun with.
  mutating func next(_ row: Span<Float>) -> Int {
    let first = heap[0]
    count -= 1
    heap[0] = heap[count]
    sink(0, row)
    return first
  }

  private mutating func sink(_ start: Int, _ row: Span<Float>) {
    var place = start
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count && precedes(heap[child + 1], heap[child], row) { child += 1 }
      guard precedes(heap[child], heap[place], row) else { return }
      heap.swapAt(child, place)
      place = child
    }
  }

  private func precedes(_ a: Int, _ b: Int, _ row: Span<Float>) -> Bool {
    row[a] > row[b] || (row[a] == row[b] && a < b)
  }
}
