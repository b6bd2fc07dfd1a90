import Inference

// Finds the elements of a row from the largest on; of equal ones the first comes first. A heap: in a row of n elements the
// first k cost about n + k log n comparisons.
struct LargestFirst: ~Copyable {
  // The positions not found yet are the first `count`; none comes before the one at half its place.
  private var heap: [Int] = []
  private var count = 0

  mutating func begin<Element: RowElement>(_ row: Span<Element>, _ type: NumberType) {
    if heap.count < row.count { heap = [Int](repeating: 0, count: row.count) }
    count = row.count
    for place in 0..<count { heap[place] = place }
    for place in (0..<count / 2).reversed() { sink(place, row, type) }
  }

  // The position of the next element, of the row that was begun with.
  mutating func next<Element: RowElement>(_ row: Span<Element>, _ type: NumberType) -> Int {
    let first = heap[0]
    count -= 1
    heap[0] = heap[count]
    sink(0, row, type)
    return first
  }

  private mutating func sink<Element: RowElement>(_ start: Int, _ row: Span<Element>, _ type: NumberType) {
    var place = start
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count && precedes(heap[child + 1], heap[child], row, type) { child += 1 }
      guard precedes(heap[child], heap[place], row, type) else { return }
      heap.swapAt(child, place)
      place = child
    }
  }

  private func precedes<Element: RowElement>(_ a: Int, _ b: Int, _ row: Span<Element>, _ type: NumberType) -> Bool {
    let (first, second) = (row[a].number(of: type), row[b].number(of: type))
    return first > second || (first == second && a < b)
  }
}
