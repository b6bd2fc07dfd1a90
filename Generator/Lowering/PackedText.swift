// Constants in a text of ASCII bytes, as the type of the same name in Inference reads them: seven bits a byte, the lowest
// first.
struct PackedText: Equatable {
  private(set) var bytes: [UInt8] = []

  // Digits of base 128.
  mutating func append(_ number: Int, digits: Int) {
    for digit in 0..<digits {
      bytes.append(UInt8(number >> (7 * digit) & 0x7f))
    }
  }

  // Four floats: the lower four digits of each, then the highest ones.
  mutating func append(_ lanes: ArraySlice<Float>) {
    for lane in lanes { append(Int(lane.bitPattern), digits: 4) }
    for lane in lanes { append(Int(lane.bitPattern >> 28), digits: 1) }
  }

  // Repeats the last bytes until there is a multiple of a count.
  mutating func pad(toMultipleOf count: Int, with last: Int) {
    while bytes.count % count != 0 { bytes += bytes.suffix(last) }
  }
}
