import Testing

@testable import Inference

struct ExponentialTests {
  // Bits of glibc's `expf`.
  static let known: [(x: Float, bits: UInt32)] = [
    (0, 0x3f80_0000), (-0.0, 0x3f80_0000), (1, 0x402d_f854), (-1, 0x3ebc_5ab2), (0.5, 0x3fd3_094c),
    (-0.25, 0x3f47_5f7d), (5.5, 0x4374_b122), (0x1p-140, 0x3f80_0000),
    (88.72283, 0x7f7f_ff84), (88.72284, 0x7f80_0000), (.infinity, 0x7f80_0000),
    (-87.33655, 0x007f_ffe6), (-103.27893, 0x0000_0001), (-103.97207, 0x0000_0001), (-103.97209, 0), (-150, 0),
    (-.infinity, 0),
  ]

  @Test(arguments: known.indices)
  func answersKnownBits(_ index: Int) {
    let row = Self.known[index]
    #expect(exponential(row.x).bitPattern == row.bits)
    for lane in 0..<4 {
      var x = SIMD4<Float>(repeating: 0.75)
      x[lane] = row.x
      #expect(exponential(x)[lane].bitPattern == row.bits)
    }
  }

  @Test func answersNaNForNaN() {
    #expect(exponential(Float.nan).isNaN)
    #expect(exponential(SIMD4<Float>(1, .nan, 1, 1))[2] == exponential(1 as Float))
  }
}
