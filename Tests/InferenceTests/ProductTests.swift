import Testing

@testable import Inference

/// Products of small integers, of which every order makes the same sums; the orders are proven by the conformance set.
struct ProductTests {
  struct Sizes {
    var stack = 1
    var rows = 1
    var features = 1
    var columns = 1
  }

  // Shape [stack, rows, columns] of a of shape [stack, rows, features] and b of shape [stack, features, columns].
  private static func products(_ a: [Int32], _ b: [Int32], _ sizes: Sizes) -> [Int32] {
    var result: [Int32] = []
    for matrix in 0..<sizes.stack {
      for row in 0..<sizes.rows {
        for column in 0..<sizes.columns {
          result.append(
            (0..<sizes.features).reduce(0) { sum, i in
              sum + a[(matrix * sizes.rows + row) * sizes.features + i]
                * b[(matrix * sizes.features + i) * sizes.columns + column]
            })
        }
      }
    }
    return result
  }

  private static func floats(_ values: [Int32]) -> [Float] { values.map { Float($0) } }

  @Test(arguments: UInt64(0)..<40)
  func areOfRowsAndColumns(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func integers(_ count: Int) -> [Int32] { (0..<count).map { _ in Int32.random(in: -9...9, using: &random) } }
    let sizes = Sizes(
      stack: Int.random(in: 1...3, using: &random), rows: Int.random(in: 1...4, using: &random),
      features: Int.random(in: 1...40, using: &random), columns: Int.random(in: 1...9, using: &random))
    let (rows, features, columns) = (sizes.rows, sizes.features, sizes.columns)
    let a = integers(sizes.stack * rows * features)
    let isShared = Bool.random(using: &random)
    let b = integers((isShared ? 1 : sizes.stack) * features * columns)
    let all = isShared ? (0..<sizes.stack).flatMap { _ in b } : b
    let expected = Self.products(a, all, sizes)
    let there = integers(expected.count)
    let adds = Bool.random(using: &random)
    let sums = zip(there, expected).map { (adds ? $0 : 0) + $1 }

    var wrapped = there
    wrappingProducts(a.span, b.span, rows: rows, features: features, columns: columns, into: wrapped.mutableSpan)
    #expect(wrapped == expected, "seed \(seed)")

    let (one, other) = (Self.floats(a), Self.floats(b))
    var fused = Self.floats(there)
    let tile = Int.random(in: 1...41, using: &random)
    tiledProducts(
      one.span, other.span, rows: rows, features: features, columns: columns, tile: tile,
      factor: ([1] as [Float]).span, adds: adds, into: fused.mutableSpan)
    #expect(fused == Self.floats(sums), "seed \(seed)")

    let (wide, wideOther) = (a.map { Double($0) }, b.map { Double($0) })
    var doubles = there.map { Double($0) }
    tiledProducts(
      wide.span, wideOther.span, rows: rows, features: features, columns: columns, tile: 7,
      factor: ([-0.5] as [Double]).span, adds: adds, into: doubles.mutableSpan)
    #expect(doubles == zip(there, expected).map { (adds ? Double($0) : 0) - 0.5 * Double($1) }, "seed \(seed)")
  }

  @Test(arguments: UInt64(0)..<40)
  func areOfVectors(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    func integers(_ count: Int) -> [Int32] { (0..<count).map { _ in Int32.random(in: -9...9, using: &random) } }
    let sizes = Sizes(
      stack: Int.random(in: 1...3, using: &random), features: Int.random(in: 1...40, using: &random),
      columns: Int.random(in: 1...9, using: &random))
    let (features, columns) = (sizes.features, sizes.columns)
    let (x, matrices) = (integers(sizes.stack * features), integers(sizes.stack * features * columns))
    let there = integers(sizes.stack * columns)
    let adds = Bool.random(using: &random)
    let sums = zip(there, Self.products(x, matrices, sizes)).map { Float((adds ? $0 : 0) + $1) }

    let (vectors, columnsAbove) = (Self.floats(x), Self.floats(matrices))
    var fours = Self.floats(there)
    productsInFours(
      vectors.span, columnsAbove.span, features: features, columns: columns, adds: adds, into: fours.mutableSpan)
    #expect(fours == sums, "seed \(seed)")

    let rowsAbove = (0..<sizes.stack).flatMap { matrix in
      (0..<columns).flatMap { column in
        (0..<features).map { columnsAbove[(matrix * features + $0) * columns + column] }
      }
    }
    var eights = Self.floats(there)
    productsInEights(
      vectors.span, rowsAbove.span, features: features, rows: columns, adds: adds, into: eights.mutableSpan)
    #expect(eights == sums, "seed \(seed)")
  }

  @Test func integersWrapAround() {
    var y: [Int64] = [9]
    wrappingProducts(
      ([.max, 1] as [Int64]).span, ([2, 3] as [Int64]).span, rows: 1, features: 2, columns: 1, into: y.mutableSpan)
    #expect(y == [1])
  }

  // Nothing is fused: with the rounding of the products what is left of these is zero.
  @Test func vectorsAreNotFused() {
    let (x, matrix): ([Float], [Float]) = ([0x1.000002p0, 1], [0x1.000002p0, -0x1.000004p0])
    var fours: [Float] = [9]
    var eights: [Float] = [9]
    productsInFours(x.span, matrix.span, features: 2, columns: 1, adds: false, into: fours.mutableSpan)
    productsInEights(x.span, matrix.span, features: 2, rows: 1, adds: false, into: eights.mutableSpan)
    #expect(fours == [0] && eights == [0])
    var fused: [Float] = [9]
    tiledProducts(
      ([1, 0x1.000002p0] as [Float]).span, ([-0x1.000004p0, 0x1.000002p0] as [Float]).span, rows: 1, features: 2,
      columns: 1, tile: 2, factor: ([1] as [Float]).span, adds: false, into: fused.mutableSpan)
    #expect(fused == [0x1p-46])
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }
}
