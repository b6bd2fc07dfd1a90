import Foundation
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

  // Every pattern of bits a float can have, or with a step in between one of so many.
  @Test func agreesWithTheCLibrary() throws {
    let step = ProcessInfo.processInfo.environment["EXPONENTIAL_TEST_STEP"].flatMap(UInt32.init) ?? 9973
    try #require(step > 0)
    let lanes = SIMD4<UInt64>(0, 1, 2, 3) &* UInt64(step)
    for first in stride(from: 0, through: UInt64(UInt32.max), by: Int(step) * 4) {
      let bits = SIMD4<UInt32>(truncatingIfNeeded: lanes &+ first)
      let x = unsafe unsafeBitCast(bits, to: SIMD4<Float>.self)
      let all = exponential(x)
      let small = exponentialOfSmall(x)
      for lane in 0..<4 {
        let expected = expf(x[lane])
        guard equal(all[lane], expected), x[lane] > 700 || equal(small[lane], expected) else {
          Issue.record("\(x[lane]), bits \(String(bits[lane], radix: 16)): \(all[lane]), expected \(expected)")
          return
        }
      }
    }
  }

  private func equal(_ a: Float, _ b: Float) -> Bool {
    a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
  }
}
