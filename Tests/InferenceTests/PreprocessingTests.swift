import Testing

@testable import Inference

struct PreprocessingTests {
  // What is replaced, by what, and what comes of 0, -0, 3, NaN, infinity.
  static let imputed: [(replaced: Float, substitutes: [Float], result: [Float])] = [
    (.nan, [9], [0, -0.0, 3, 9, .infinity]), (.nan, [1, 2, 3, 4, 5], [0, -0.0, 3, 4, .infinity]),
    (0, [1, 2, 3, 4, 5], [1, 2, 3, .nan, .infinity]), (.infinity, [9], [0, -0.0, 3, .nan, 9]),
  ]

  @Test(arguments: imputed.indices)
  func imputes(_ index: Int) {
    let row = Self.imputed[index]
    var y = [Float](repeating: 12345, count: 5)
    impute(
      ([0, -0.0, 3, .nan, .infinity] as [Float]).span, replaced: row.replaced, by: row.substitutes.span,
      into: y.mutableSpan)
    #expect(y.map(\.description) == row.result.map(\.description))
  }

  @Test func imputesIntegers() {
    var y: [Int64] = [9, 9, 9]
    impute(([5, 4, 5] as [Int64]).span, replaced: 5, by: ([1, 2, 3] as [Int64]).span, into: y.mutableSpan)
    #expect(y == [1, 4, 3])
  }

  @Test func binarizes() {
    var y = [Float](repeating: 9, count: 6)
    binarize(([0.5, 0.6, -1, .infinity, -.infinity, .nan] as [Float]).span, threshold: 0.5, into: y.mutableSpan)
    #expect(y == [0, 1, 0, 1, 0, 0])
  }

  @Test func encodesOneHot() {
    var y = [Float](repeating: 9, count: 6)
    encodeOneHot(([7, 1] as [Int64]).span, categories: ([-2, 7, 3] as [Int64]).span, into: y.mutableSpan)
    #expect(y == [0, 1, 0, 0, 0, 0])
  }

  @Test func placesRowsSideBySide() {
    var y = [Float](repeating: 0, count: 4)
    Inference.copy(([1, 2, 3] as [Float]).span, count: 2, at: 1, into: y.mutableSpan)
    #expect(y == [0, 1, 2, 0])
  }

  // Every number of keys up to eight, and every element below, at and above them.
  @Test(arguments: 0...8)
  func looksUpKeys(_ count: Int) {
    let keys = (0..<count).map { Float(2 * $0) }
    let values = (0..<count).map { Int64(100 + $0) } + [-1, -2]
    let x = (-1...2 * count).map { Float($0) } + [.nan, .infinity, -.infinity, -0.0]
    var y = [Int64](repeating: 9, count: x.count)
    lookUp(x.span, keys: keys.span, values: values.span, into: y.mutableSpan)
    #expect(y == x.map { element in keys.firstIndex(of: element).map { values[$0] } ?? (element.isNaN ? -2 : -1) })
  }
}
