import Glibc
import Testing

@testable import JSON

@Suite struct JSONNumberTests {
  // What Python's repr says.
  @Test(
    arguments: [
      (0.0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (-1, "-1.0"), (10, "10.0"), (100, "100.0"), (120, "120.0"),
      (0.5, "0.5"),
      (0.1, "0.1"), (0.25, "0.25"), (1.5, "1.5"), (5.1, "5.1"), (3.14159, "3.14159"), (0.3, "0.3"),
      (1 / 3, "0.3333333333333333"),
      (2 / 3, "0.6666666666666666"), (0.1 + 0.2, "0.30000000000000004"), (123456789, "123456789.0"),
      (1e15, "1000000000000000.0"),
      (9999999999999998, "9999999999999998.0"), (1e16, "1e+16"), (1.5e16, "1.5e+16"),
      (12345678901234568, "1.2345678901234568e+16"),
      (1e17, "1e+17"), (1.2345e22, "1.2345e+22"), (1e22, "1e+22"), (1e23, "1e+23"), (9e22, "9e+22"), (1e100, "1e+100"),
      (0.01, "0.01"), (0.001, "0.001"), (0.0001, "0.0001"), (0.00012345678901234567, "0.00012345678901234567"),
      (0.00001, "1e-05"), (0.000015, "1.5e-05"), (1.5e-7, "1.5e-07"), (9.999e-5, "9.999e-05"), (1e-10, "1e-10"),
      (1e-99, "1e-99"), (1e-100, "1e-100"), (0x1p-1074, "5e-324"), (0x2p-1074, "1e-323"), (3 * 0x1p-1074, "1.5e-323"),
      (2.2250738585072014e-308, "2.2250738585072014e-308"), (0x1p-1022.nextDown, "2.225073858507201e-308"),
      (-2.2250738585072014e-308, "-2.2250738585072014e-308"), (1.7976931348623157e308, "1.7976931348623157e+308"),
      (9007199254740991, "9007199254740991.0"), (9007199254740992, "9007199254740992.0"),
      (9007199254740994, "9007199254740994.0"),
      (2251799813685248.5, "2251799813685248.5"), (1125899906842624.25, "1125899906842624.2"),
      (0x1p-44, "5.684341886080802e-14"), (0x1p-1022, "2.2250738585072014e-308"), (0x1p971, "1.99584030953472e+292"),
      (8.41e21, "8.41e+21"), (2.0919495182368195e19, "2.0919495182368195e+19"), (4.35, "4.35"),
      (1.7976931348623155e308, "1.7976931348623155e+308"),
      (9.5367431640625e-07, "9.5367431640625e-07"), (0.9709315896034241, "0.9709315896034241"), (-123.456, "-123.456"),
      (299792458, "299792458.0"), (6.02214076e23, "6.02214076e+23"), (6.62607015e-34, "6.62607015e-34"),
      (1234567.125, "1234567.125"),
    ] as [(Double, String)])
  func writesDoubleAsPythonDoes(value: Double, text: String) {
    #expect(written { JSONNumber.write(value, to: &$0) } == text)
  }

  @Test(
    arguments: [
      (0.1, "0.10000000149011612"), (5.1, "5.099999904632568"), (0.2, "0.20000000298023224"), (1, "1.0"), (0.5, "0.5"),
      (3.4028234663852886e38, "3.4028234663852886e+38"), (0x1p-149, "1.401298464324817e-45"), (-0.0, "-0.0"),
      (16777216, "16777216.0"), (1e-5, "9.999999747378752e-06"), (0.9709316, "0.9709315896034241"),
    ] as [(Float, String)])
  func writesFloatAsItsDouble(value: Float, text: String) {
    #expect(written { JSONNumber.write(value, to: &$0) } == text)
  }

  // The digits and the exponent that a text stands for, zeros at both ends removed.
  private func digits(of text: String) -> (digits: String, exponent: Int) {
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1])! : 0
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = point.joined()[...]
    if point.count > 1 { exponent -= point[1].count }
    while digits.first == "0" { digits.removeFirst() }
    while digits.last == "0" {
      digits.removeLast()
      exponent += 1
    }
    return (String(digits), exponent)
  }

  // Reads back, no shorter decimal does, and it is the nearest of its length.
  private func expectShortest(_ value: Double, _ comment: Comment) {
    let text = written { JSONNumber.write(value, to: &$0) }
    #expect(unsafe strtod(text, nil) == value, comment)
    #expect(text.utf8.count <= JSONNumber.maximumLength, comment)
    let (digits, exponent) = digits(of: text)
    let isPowerOfTwo = value.significandBitPattern == 0
    if digits.count > 1 {
      let shorter = self.digits(of: scientific(value, digits: digits.count - 1))
      // Where doubles lie closer below than above, not the nearest decimal may read back but the one after it.
      for step in isPowerOfTwo ? [0, 1] : [0] {
        let padded = shorter.digits + String(repeating: "0", count: digits.count - 1 - shorter.digits.count)
        let other = "\(UInt64(padded)! + UInt64(step))e\(shorter.exponent - (padded.count - shorter.digits.count))"
        #expect(unsafe strtod(other, nil) != value, "\(text) against \(other), \(comment)")
      }
    }
    let nearest = scientific(value, digits: digits.count)
    if unsafe strtod(nearest, nil) == value {
      #expect(self.digits(of: nearest) == (digits, exponent), "\(text) against \(nearest), \(comment)")
    }
  }

  @Test func writesPowersOfTwoAtTheirShortest() {
    for exponent in -1074...1023 {
      let value = Double(sign: .plus, exponent: exponent, significand: 1)
      expectShortest(value, "2^\(exponent)")
      expectShortest(value.nextUp, "after 2^\(exponent)")
      if value.nextDown > 0 { expectShortest(value.nextDown, "before 2^\(exponent)") }
    }
  }

  @Test func writesDoublesAtTheirShortest() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 8 {
      let value = Double(bitPattern: generator.next() & 0x7FFF_FFFF_FFFF_FFFF)
      if value.isFinite, value > 0 { expectShortest(value, "\(value.bitPattern), seed \(testSeed)") }
      let fraction = Double.random(in: 0.00001...1, using: &generator)
      expectShortest(fraction, "\(fraction.bitPattern), seed \(testSeed)")
      let short = Double(Int.random(in: 1...99999, using: &generator)) / 1000
      expectShortest(short, "\(short.bitPattern), seed \(testSeed)")
    }
  }

  @Test func readsBackWhatItWrites() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
      guard value.isFinite else { continue }
      let text = written { JSONNumber.write(value, to: &$0) }
      #expect((try? parse(text).get()) == Double(value), "\(value.bitPattern), seed \(testSeed)")
    }
  }
}
