import Testing

@testable import Inference

struct ElementwiseTests {
  @Test func scalesFloats() {
    let offset: [Float] = [5.8433332, 3.0573332]
    let scale: [Float] = [1.2116787, 2.3019676]
    var y: [Float] = [0, 0]
    scaler(([5.1, 3.5] as [Float]).span, offset: offset.span, scale: scale.span, into: y.mutableSpan)
    #expect(y.map(\.bitPattern) == [0xbf66_930b, 0x3f82_6ebe])
  }

  // One offset for all; 0.1 as a double is not the 0.1 of single precision.
  @Test func scalesDoublesInDoublePrecision() {
    var y: [Float] = [0, 0]
    scaler(
      ([0.1, 1] as [Double]).span, offset: ([0.1] as [Float]).span, scale: ([1] as [Float]).span, into: y.mutableSpan)
    #expect(y == [Float(0.1 - Double(Float(0.1))), Float(1 - Double(Float(0.1)))])
    #expect(y[0] != 0)
  }

  // Bits of ONNX Runtime.
  static let normalized: [(x: [Float], maximum: [UInt32], sum: [UInt32], length: [UInt32])] = [
    (
      [0.1, -3, 2], [0x3d4c_cccd, 0xbfc0_0000, 0x3f80_0000], [0x3ca0_a0a1, 0xbf16_9697, 0x3ec8_c8c9],
      [0x3ce3_1e2d, 0xbf54_ec4a, 0x3f0d_f2dc]
    ),
    (
      [-1, -2, -0.5], [0x4000_0000, 0x4080_0000, 0x3f80_0000], [0xbe92_4925, 0xbf12_4925, 0xbe12_4925],
      [0xbedf_7483, 0xbf5f_7483, 0xbe5f_7483]
    ),
    ([0, -0.0, 0], [0, 0x8000_0000, 0], [0, 0x8000_0000, 0], [0, 0x8000_0000, 0]),
  ]

  @Test(arguments: normalized.indices)
  func normalizes(_ index: Int) {
    let row = Self.normalized[index]
    var y: [Float] = [9, 9, 9]
    normalizeByMaximum(row.x.span, into: y.mutableSpan)
    #expect(y.map(\.bitPattern) == row.maximum)
    normalizeBySum(row.x.span, into: y.mutableSpan)
    #expect(y.map(\.bitPattern) == row.sum)
    normalizeByLength(row.x.span, into: y.mutableSpan)
    #expect(y.map(\.bitPattern) == row.length)
  }

  static let casts: [(x: Double, int64: Int64, int32: Int32, bool: Bool)] = [
    (2.9, 2, 2, true), (-2.9, -2, -2, true), (0, 0, 0, false), (-0.0, 0, 0, false), (0.1, 0, 0, true),
    (.nan, .min, .min, true), (.infinity, .min, .min, true), (-1e300, .min, .min, true),
    (2_147_483_648, 2_147_483_648, .min, true), (-2_147_483_648.5, -2_147_483_648, .min, true),
    (0x1p63, .min, .min, true), (-0x1p63, .min, .min, true),
  ]

  @Test(arguments: casts.indices)
  func castsAsTheProcessorDoes(_ index: Int) {
    let row = Self.casts[index]
    #expect(converted([row.x], to: 0 as Int64) { cast($0, into: $1) } == row.int64)
    #expect(converted([row.x], to: 0 as Int32) { cast($0, into: $1) } == row.int32)
    #expect(converted([row.x], to: false) { cast($0, into: $1) } == row.bool)
  }

  @Test func castsIntegers() {
    #expect(converted([1 << 32 | 5 as Int64], to: 0 as Int32) { cast($0, into: $1) } == 5)
    #expect(converted([16_777_217 as Int64], to: 0 as Float) { cast($0, into: $1) } == 16_777_216)
    #expect(converted([-7 as Int32], to: 0 as Double) { cast($0, into: $1) } == -7)
    #expect(converted([true], to: 0 as Float) { cast($0, into: $1) } == 1)
    #expect(converted([0.1 as Double], to: 0 as Float) { cast($0, into: $1) } == 0.1)
  }

  // The one element of an array, converted.
  private func converted<Source, Target>(
    _ x: [Source], to zero: Target, by convert: (Span<Source>, consuming MutableSpan<Target>) -> Void
  ) -> Target {
    var y = [zero]
    convert(x.span, y.mutableSpan)
    return y[0]
  }

  @Test func transformsScores() {
    var scores: [Float] = [0, 20, -20, .nan]
    logistic(scores.mutableSpan)
    #expect(scores[0] == 0.5 && scores[1] == 1 && scores[2] < 1e-7 && scores[3].isNaN)
    scores = [0, 1, 2]
    softmaxZero(scores.mutableSpan)
    let sum = exponential(-1 as Float) + 1
    #expect(scores == [0, exponential(-1 as Float) / sum, 1 / sum])
  }

  // Score, threshold, whether it is inclusive, label.
  static let labels: [(scores: [Float], threshold: Float, inclusive: Bool, label: Int)] = [
    ([1, 1, 2], .infinity, false, 2), ([2, 2, 1], .infinity, false, 0), ([.nan, 2, 1], .infinity, false, 0),
    ([.infinity, 0], .infinity, false, 0), ([0.5, 0.25], 0.5, true, 1), ([0.4, 0.25], 0.5, true, 0),
    ([0.1, -1], 0, false, 1), ([0, -1], 0, false, 0),
  ]

  @Test(arguments: labels.indices)
  func labelsLinearScores(_ index: Int) {
    let row = Self.labels[index]
    #expect(linearLabel(row.scores.span, threshold: row.threshold, inclusive: row.inclusive) == row.label)
  }

  @Test func gathersAndMirrors() {
    var y: [Float] = [0, 0]
    gather(([1, 2, 3] as [Float]).span, order: [2, 0].span, into: y.mutableSpan)
    #expect(y == [3, 1])
    oppositeScores(([0.5] as [Float]).span, into: y.mutableSpan)
    #expect(y == [-0.5, 0.5])
  }

  // Nine columns and seven rows reach every way of adding up the partial sums.
  @Test func addsUpByGroups() {
    let x: [Float] = [1e8, 1, -1e8, 1, 3, -1, 1e-3, 7, 1]
    let matrix = (0..<7).flatMap { _ in [Float](repeating: 1, count: 9) + [Float](repeating: 0, count: 7) }
    var y = [Float](repeating: 0, count: 7)
    dotProducts(x.span, matrix: matrix.span, rows: 7, addend: 0, into: y.mutableSpan)
    let p: [Float] = [1e8 + 1, 1, -1e8, 1, 3, -1, 1e-3, 7]
    let four = (((p[0] + p[1]) + p[2]) + p[3]) + (((p[4] + p[5]) + p[6]) + p[7])
    let two = ((p[0] + p[2]) + (p[4] + p[6])) + ((p[1] + p[3]) + (p[5] + p[7]))
    let one = ((p[0] + p[1]) + (p[2] + p[3])) + ((p[4] + p[5]) + (p[6] + p[7]))
    #expect(y == [four, four, four, four, two, two, one])
  }
}
