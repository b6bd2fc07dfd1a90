import Glibc
import Testing

@testable import JSON

@Suite struct DecimalTests {
  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("-0.0e5", -0.0), ("0e999999999999999999999", 0), ("1", 1), ("-1", -1), ("10", 10),
    ("5.1", 5.1), ("0.1", 0.1), ("1e1", 10), ("1E+1", 10), ("1e-1", 0.1), ("1e00000000000000000000000000001", 10),
    ("9007199254740993", 9007199254740992), ("123456789012345678901234567890", 1.2345678901234568e+29),
    ("1e400", .infinity), ("-1e99999999999999999999999", -.infinity), ("1e-400", 0),
    ("-1e-99999999999999999999999", -0.0),
    ("12345678.12345678", 12345678.12345678), ("0.00000000000000000000000000000000001", 1e-35),
  ])
  func readsNumber(text: String, value: Double) throws {
    #expect(try parse(text).get().bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    ("", SyntaxReason.unexpectedEnd, 0), ("-", .unexpectedEnd, 1), ("+1", .expectedDigit, 0), (".5", .expectedDigit, 0),
    ("-.5", .expectedDigit, 1), ("1.", .unexpectedEnd, 2), ("1.e5", .expectedDigit, 2), ("01", .leadingZero, 1),
    ("-00", .leadingZero, 2), ("1e", .unexpectedEnd, 2), ("1e+", .unexpectedEnd, 3), ("1e+-1", .expectedDigit, 3),
    ("1.5ex", .expectedDigit, 4), ("NaN", .expectedDigit, 0), ("-Infinity", .expectedDigit, 1),
    ("0x10", .expectedEnd, 1),
    ("1_000", .expectedEnd, 1), ("1.5.5", .expectedEnd, 3), ("1e5.5", .expectedEnd, 3), ("--1", .expectedDigit, 1),
    ("1.12345678e", .unexpectedEnd, 11), ("1.1234567:", .expectedEnd, 9), ("1.1234567/", .expectedEnd, 9),
  ])
  func rejectsWhatIsNoNumber(text: String, reason: SyntaxReason, offset: Int) {
    #expect(parse(text) == .failure(SyntaxError(reason: reason, offset: offset)))
  }

  @Test func readsAnyNumberOfZeros() throws {
    let zeros = String(repeating: "0", count: 100_000)
    #expect(try parse("0." + zeros + "125e100001").get() == 1.25)
    #expect(try parse("1" + zeros + "e-100000").get() == 1)
    #expect(try parse("1." + zeros).get() == 1)
    #expect(try parse("1" + zeros + "." + zeros).get() == .infinity)
    #expect(try parse("0." + zeros + "1").get() == 0)
    #expect(try parse("9007199254740993." + zeros + "1").get() == 9007199254740994)
    #expect(try parse("9007199254740993." + zeros).get() == 9007199254740992)
  }

  // Written out, the point halfway between a double and the next has up to 768 digits; one more digit makes it a little more.
  @Test(
    arguments: [
      ("the least subnormal", 0x0000_0000_0000_0000), ("subnormal", 0x0000_0000_0000_0001),
      ("2nd", 0x0000_0000_0000_0002),
      ("the longest", 0x000F_FFFF_FFFF_FFFE), ("subnormal to normal", 0x000F_FFFF_FFFF_FFFF),
      ("the least normal", 0x0010_0000_0000_0000), ("end of the first binade", 0x001F_FFFF_FFFF_FFFF),
      ("the second binade", 0x0020_0000_0000_0000), ("tiny", 0x0123_4567_89AB_CDEF), ("one", 0x3FF0_0000_0000_0000),
      ("before one", 0x3FEF_FFFF_FFFF_FFFF), ("tenth", 0x3FB9_9999_9999_999A), ("2^53", 0x4340_0000_0000_0000),
      ("before 2^53", 0x433F_FFFF_FFFF_FFFF), ("large", 0x7F01_2345_6789_ABCD),
      ("before the largest", 0x7FEF_FFFF_FFFF_FFFE),
      ("the largest", 0x7FEF_FFFF_FFFF_FFFF),
    ] as [(String, UInt64)])
  func roundsAroundHalfway(label: String, bits: UInt64) throws {
    let halfway = halfwayText(above: bits)
    let (mantissa, exponent) = (halfway.digits, halfway.exponent)
    let even = bits & 1 == 0 ? bits : bits + 1
    func bitsOf(_ text: String) throws -> UInt64 { try parse(text).get().bitPattern }
    #expect(try bitsOf("\(mantissa)e\(exponent)") == even)
    #expect(try bitsOf("-\(mantissa)e\(exponent)") == even | 1 << 63)
    let zeros = String(repeating: "0", count: 800)
    #expect(try bitsOf("\(mantissa)\(zeros)e\(exponent - 800)") == even)
    #expect(try bitsOf("\(mantissa)\(zeros)1e\(exponent - 801)") == bits + 1)
    #expect(try bitsOf("\(mantissa)1e\(exponent - 1)") == bits + 1)
    #expect(try bitsOf("0.\(zeros)\(mantissa)e\(exponent + mantissa.count + 800)") == even)
    // One unit less in the last digit that is not 0, and 9 after it as far as one likes, is below halfway.
    let last = mantissa.lastIndex { $0 != "0" }!
    let below = "\(mantissa[..<last])\(mantissa[last].wholeNumberValue! - 1)"
    let nines = String(repeating: "9", count: mantissa.count - below.count + 800)
    #expect(try bitsOf("\(below)\(nines)e\(exponent - 800)") == bits)
    // Cut to any length, and with any digit added there, what strtod says holds.
    for length in stride(from: 1, through: mantissa.count, by: mantissa.count > 100 ? 37 : 1) {
      for digit in ["", "0", "1", "9"] {
        let text = "\(mantissa.prefix(length))\(digit)e\(exponent + mantissa.count - length - digit.count)"
        let (read, expected) = bitsOfBoth(text)
        #expect(read == expected, "\(text)")
      }
    }
  }

  // Digits of the point halfway between the double of these bits and the next, exactly: C prints all of them for the double
  // with half a unit more where it is one, so here the digits are computed by doubling and halving decimal digits instead.
  private func halfwayText(above bits: UInt64) -> (digits: String, exponent: Int) {
    let field = Int(bits >> 52)
    let significand = 2 * (bits & (1 << 52 - 1) | (field == 0 ? 0 : 1 << 52)) + 1
    let exponent = max(field, 1) - 1076
    // Lowest digit first: significand * 2^exponent, or significand * 5^-exponent * 10^exponent.
    var digits = String(significand).reversed().map { Int(String($0))! }
    for _ in 0..<abs(exponent) {
      var carry = 0
      for index in digits.indices {
        carry += digits[index] * (exponent < 0 ? 5 : 2)
        digits[index] = carry % 10
        carry /= 10
      }
      if carry > 0 { digits.append(carry) }
    }
    return (digits.reversed().map(String.init).joined(), min(exponent, 0))
  }

  @Test func agreesWithStrtodOnShortNumbers() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 2 {
      let digits =
        UInt64.random(in: 0..<10_000_000_000_000_000_000, using: &generator)
        >> UInt64.random(in: 0..<64, using: &generator)
      let exponent = Int.random(in: -25...25, using: &generator)
      let (read, expected) = bitsOfBoth("\(digits)e\(exponent)")
      #expect(read == expected, "\(digits)e\(exponent), seed \(testSeed)")
    }
  }

  @Test func agreesWithStrtodOnAllMagnitudes() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 4 {
      // Around 10^-324 and 10^308 there is most to go wrong.
      let middle = [0, -308, -324, 308].randomElement(using: &generator)!
      let exponent = Int.random(
        in: (middle - (middle == 0 ? 340 : 25))...(middle + (middle == 0 ? 310 : 25)), using: &generator)
      var text = ""
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        text += String(Int.random(in: 0...9, using: &generator))
      }
      text = "\(Int.random(in: 0...9, using: &generator)).\(text)e\(exponent)"
      let (read, expected) = bitsOfBoth(text)
      #expect(read == expected, "\(text), seed \(testSeed)")
    }
  }

  // 17 digits of a random double, and of points close to halfway between two.
  @Test func agreesWithStrtodOnDoubles() {
    var generator = SeededGenerator(seed: testSeed)
    for _ in 0..<valueCount / 4 {
      let value = Double(bitPattern: generator.next() & 0x7FFF_FFFF_FFFF_FFFF)
      guard value.isFinite else { continue }
      let text = scientific(value, digits: Int.random(in: 15...25, using: &generator))
      let (read, expected) = bitsOfBoth(text)
      #expect(read == expected, "\(text), seed \(testSeed)")
    }
    for _ in 0..<valueCount / 200 {
      let bits = UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &generator)
      let halfway = halfwayText(above: bits)
      for length in [17, 19, 20, 25] {
        let text =
          "\(halfway.digits.prefix(length))e\(halfway.exponent + halfway.digits.count - min(length, halfway.digits.count))"
        let (read, expected) = bitsOfBoth(text)
        #expect(read == expected, "\(text), seed \(testSeed)")
      }
      let even = bits & 1 == 0 ? bits : bits + 1
      #expect(try! parse("\(halfway.digits)e\(halfway.exponent)").get().bitPattern == even, "\(bits), seed \(testSeed)")
    }
  }
}
