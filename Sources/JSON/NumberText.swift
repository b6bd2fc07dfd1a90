/// The text of a double, written to the front of an area of at least `JSONNumber.maximumLength` bytes.
struct NumberText {
  private(set) var count = 0

  /// Appends a finite double.
  @inline(__always)
  mutating func append(_ value: Double, to area: inout MutableSpan<UInt8>) {
    if value.sign == .minus { append("-", to: &area) }
    if value == 0 {
      append("0", to: &area)
      append(".", to: &area)
      append("0", to: &area)
      return
    }
    let digits = SeventeenDigits(ShortestDecimal(value.magnitude))
    switch digits.exponent {
    case 0..<16: appendInteger(digits, to: &area)
    case -4..<0: appendFraction(digits, to: &area)
    default: appendScientific(digits, to: &area)
    }
  }

  // 12.5, 120.0
  @inline(__always)
  private mutating func appendInteger(_ digits: SeventeenDigits, to area: inout MutableSpan<UInt8>) {
    let point = count + digits.exponent + 1
    // All digits are written one place to the right of theirs; then those before the point move to the left.
    digits.write(to: &area, at: count + 1)
    for index in count..<point { area[index] = area[index + 1] }
    area[point] = UInt8(ascii: ".")
    // Behind the significant digits there are zeros, of which one stays after the point.
    count = max(count + 1 + digits.count, point + 2)
  }

  // 0.0125
  private mutating func appendFraction(_ digits: SeventeenDigits, to area: inout MutableSpan<UInt8>) {
    append("0", to: &area)
    append(".", to: &area)
    for _ in digits.exponent + 1..<0 { append("0", to: &area) }
    digits.write(to: &area, at: count)
    count += digits.count
  }

  // 1.25e+16, 1e-05
  private mutating func appendScientific(_ digits: SeventeenDigits, to area: inout MutableSpan<UInt8>) {
    digits.write(to: &area, at: count + 1)
    area[count] = area[count + 1]
    area[count + 1] = UInt8(ascii: ".")
    count += digits.count > 1 ? digits.count + 1 : 1
    append("e", to: &area)
    append(digits.exponent < 0 ? "-" : "+", to: &area)
    let magnitude = digits.exponent.magnitude
    if magnitude >= 100 { append(digit: magnitude / 100, to: &area) }
    append(digit: magnitude / 10 % 10, to: &area)
    append(digit: magnitude % 10, to: &area)
  }

  @inline(__always)
  private mutating func append(_ character: Unicode.Scalar, to area: inout MutableSpan<UInt8>) {
    area[count] = UInt8(ascii: character)
    count += 1
  }

  @inline(__always)
  private mutating func append(digit: UInt, to area: inout MutableSpan<UInt8>) {
    area[count] = UInt8(ascii: "0") + UInt8(digit)
    count += 1
  }
}
