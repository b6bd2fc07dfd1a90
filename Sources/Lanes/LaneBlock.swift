// Sums that run side by side, a lane each.
protocol LaneBlock: BitwiseCopyable {
  static var count: Int { get }

  // All zero.
  init()

  // The elements of a bias from an index on, where it has more than one.
  init(_ bias: Span<Float>, from index: Int)

  mutating func addProducts(_ x: SIMD8<Float>, with matrix: inout PackedLanes)
  mutating func addProducts(_ x: Self, with factor: SIMD8<Float>)
  func multiplied(by factor: SIMD8<Float>) -> Self

  // Writes the elements from an index on that stand before another one.
  func store(in elements: inout MutableSpan<Float>, from start: Int, to end: Int)
}

extension SIMD8<Float>: LaneBlock {
  static var count: Int { 8 }

  @inline(__always)
  init(_ bias: Span<Float>, from index: Int) {
    self.init(repeating: bias.count == 1 ? bias[0] : 0)
    guard bias.count > 1 else { return }
    for lane in 0..<Swift.min(8, bias.count - index) { self[lane] = bias[index + lane] }
  }

  @inline(__always)
  mutating func addProducts(_ x: Self, with matrix: inout PackedLanes) { addProduct(x, matrix.next()) }

  @inline(__always)
  mutating func addProducts(_ x: Self, with factor: Self) { addProduct(x, factor) }

  @inline(__always)
  func multiplied(by factor: Self) -> Self { self * factor }

  @inline(__always)
  func store(in elements: inout MutableSpan<Float>, from start: Int, to end: Int) {
    for lane in 0..<Swift.min(8, end - start) { elements[start + lane] = self[lane] }
  }
}

// Two blocks, one behind the other.
struct LanePair<Half: LaneBlock>: LaneBlock {
  private var low: Half
  private var high: Half

  static var count: Int { 2 * Half.count }

  @inline(__always)
  init() { (low, high) = (Half(), Half()) }

  @inline(__always)
  private init(_ low: Half, _ high: Half) { (self.low, self.high) = (low, high) }

  @inline(__always)
  init(_ bias: Span<Float>, from index: Int) {
    self.init(Half(bias, from: index), Half(bias, from: index + Half.count))
  }

  @inline(__always)
  mutating func addProducts(_ x: SIMD8<Float>, with matrix: inout PackedLanes) {
    low.addProducts(x, with: &matrix)
    high.addProducts(x, with: &matrix)
  }

  @inline(__always)
  mutating func addProducts(_ x: Self, with factor: SIMD8<Float>) {
    low.addProducts(x.low, with: factor)
    high.addProducts(x.high, with: factor)
  }

  @inline(__always)
  func multiplied(by factor: SIMD8<Float>) -> Self {
    Self(low.multiplied(by: factor), high.multiplied(by: factor))
  }

  @inline(__always)
  func store(in elements: inout MutableSpan<Float>, from start: Int, to end: Int) {
    low.store(in: &elements, from: start, to: end)
    high.store(in: &elements, from: start + Half.count, to: end)
  }
}
