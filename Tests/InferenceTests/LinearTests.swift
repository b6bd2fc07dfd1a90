import Testing

@testable import Inference

struct LinearTests {
  // Bits of ONNX Runtime: of few scores by the exponential function of the C library, of many by its own.
  static let few: [(scores: [Float], bits: [UInt32])] = [
    ([0.1, -3, 2], [0x3e04_7469, 0x3bbe_f180, 0x3f5d_6504])
  ]
  static let many: [(scores: [Float], bits: [UInt32])] = [
    ([0.1, -3, 2, -89, -103], [0x3e04_7469, 0x3bbe_f180, 0x3f5d_6504, 0x0002_d6b4, 0]),
    (
      [0.1, -3, 2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1, -1.1, -0.2, -0.3, -0.4, -0.5, 0.01],
      [
        0x3d1d_8390, 0x3ae3_116c, 0x3e83_a3e3, 0x3d40_634f, 0x3d54_9f1e, 0x3d6a_fbb1, 0x3d81_d929, 0x3d8f_812a,
        0x3d9e_98d7, 0x3daf_46df, 0x3dd6_1568, 0x3c3d_c4e7, 0x3ce9_60dc, 0x3cd3_2b64, 0x3cbf_12f3, 0x3cac_e415,
        0x3d0f_f4f7,
      ]
    ),
  ]

  @Test(arguments: few.indices)
  func takesSoftmax(_ index: Int) {
    var scores = Self.few[index].scores
    softmax(scores.mutableSpan)
    #expect(scores.map(\.bitPattern) == Self.few[index].bits)
  }

  @Test(arguments: many.indices)
  func takesSoftmaxInLanes(_ index: Int) {
    var scores = Self.many[index].scores
    softmaxInLanes(scores.mutableSpan)
    #expect(scores.map(\.bitPattern) == Self.many[index].bits)
  }

  @Test(arguments: [[-.infinity, -.infinity], [.infinity, 1], [.nan, 1], [1, .nan]] as [[Float]])
  func softmaxOfWhatIsNoNumberIsNone(_ row: [Float]) {
    var scores = row
    softmax(scores.mutableSpan)
    #expect(scores.allSatisfy { $0.isNaN })
    scores = row
    softmaxInLanes(scores.mutableSpan)
    #expect(scores.allSatisfy { $0.isNaN })
  }

  static let logistics: [(score: Float, probabilities: [Float])] = [
    (0, [0.5, 0.5]), (-0.0, [0.5, 0.5]), (100, [0, 1]), (-100, [1, 0]), (.infinity, [0, 1]),
  ]

  @Test(arguments: logistics.indices)
  func makesTwoProbabilitiesOfOneScore(_ index: Int) {
    let row = Self.logistics[index]
    var y: [Float] = [9, 9]
    logisticScores([row.score].span, into: y.mutableSpan)
    #expect(y == row.probabilities)
  }

  @Test func makesTwoScoresOfOne() {
    var y: [Float] = [9, 9]
    complementaryScores(([-0.25] as [Float]).span, into: y.mutableSpan)
    #expect(y == [1.25, -0.25])
    logisticScores(([.nan] as [Float]).span, into: y.mutableSpan)
    #expect(y[0].isNaN && y[1].isNaN)
  }

  // An addend of zero is added as well, which shows in the sign of a zero.
  @Test func addsAnAddendToEveryProduct() {
    var y: [Float] = [9, 9]
    let matrix: [Float] = [2, 0, 0, 0, 0, 0, 0, 0, -0.0, 0, 0, 0, 0, 0, 0, 0]
    dotProducts(([3] as [Float]).span, matrix: matrix.span, addends: ([1, 0] as [Float]).span, into: y.mutableSpan)
    #expect(y == [7, 0] && y[1].sign == .plus)
  }

  // What stands behind the last support vector has no weight, whatever it is.
  @Test func weightsKernelValues() {
    var y: [Float] = [9]
    weightedSum(
      ([1, 2, .nan, .infinity] as [Float]).span, vectors: 2,
      coefficients: ([0.5, 3, 0, 0, 0, 0, 0, 0] as [Float]).span,
      intercept: ([-1] as [Float]).span, into: y.mutableSpan)
    #expect(y == [5.5])
  }

  @Test func tellsInliersByTheirSign() {
    var y: [Float] = [0.5, 0, -0.0, -3, .nan, .infinity]
    inlierSigns(y.mutableSpan)
    #expect(y == [1, -1, -1, -1, -1, 1])
  }

  @Test func tellsSigns() {
    var y = [Float](repeating: 9, count: 6)
    sign(([0, -0.0, -3, .infinity, .leastNonzeroMagnitude, .nan] as [Float]).span, into: y.mutableSpan)
    #expect(y[0..<5] == [0, 0, -1, 1, 1] && y[1].sign == .plus && y[5].isNaN)
    var z: [Int64] = [9, 9, 9]
    sign(([.min, 0, 7] as [Int64]).span, into: z.mutableSpan)
    #expect(z == [-1, 0, 1])
  }

  @Test func picksByComputedIndices() {
    var y: [Float] = [9, 9, 9, 9, 9, 9]
    pick(
      ([1, 2, 3, 4] as [Float]).span, width: 2, indices: ([1, -5, 100] as [Int64]).span, into: y.mutableSpan)
    #expect(y == [2, 1, 2, 4, 3, 4])
    #expect(([-1, 0, 2, 3, .max, .min] as [Int64]).map { classIndex([$0].span, count: 3) } == [0, 0, 2, 2, 2, 0])
  }
}
