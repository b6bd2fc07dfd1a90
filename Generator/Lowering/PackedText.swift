// Constants in a text of ASCII bytes, as the type of the same name in Inference reads them: seven bits a byte, the lowest
// first.
struct PackedText: Equatable {
  private(set) var bytes: [UInt8] = []

  init() {}

  // Floats that are read eight at a time: of seven vectors the highest bits of all their bytes, bit 6 for the first vector,
  // then the vectors without them.
  init(lanes: [Float]) {
    self.init(words: lanes.map(\.bitPattern))
  }

  // The same of whole vectors of words.
  private init(words: [UInt32]) {
    bytes.reserveCapacity(words.count * 32 / 7 + 32)
    for start in stride(from: 0, to: words.count, by: 56) {
      let group = words[start..<min(start + 56, words.count)]
      for lane in 0..<8 {
        var highBits: UInt32 = 0
        for (vector, index) in stride(from: start + lane, to: group.endIndex, by: 8).enumerated() {
          highBits |= (group[index] & 0x8080_8080) >> UInt32(vector + 1)
        }
        append(littleEndian: highBits)
      }
      for word in group { append(littleEndian: word & 0x7f7f_7f7f) }
    }
  }

  // The bytes of a constant, in whole vectors; nil of elements that are no words.
  init?(_ values: Constant.Values) {
    var words: [UInt32]
    switch values {
    case .floats(let values): words = values.map(\.bitPattern)
    case .int32s(let values): words = values.map(UInt32.init(bitPattern:))
    case .doubles(let values): words = Self.words(values.map(\.bitPattern))
    case .int64s(let values): words = Self.words(values.map(UInt64.init(bitPattern:)))
    case .ints(let values): words = Self.words(values.map { UInt64(bitPattern: Int64($0)) })
    case .words(let values): words = Self.words(values)
    case .bools: return nil
    }
    words += Array(repeating: 0, count: (8 - words.count % 8) % 8)
    self.init(words: words)
  }

  private static func words(_ values: [UInt64]) -> [UInt32] {
    values.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)] }
  }

  private mutating func append(littleEndian word: UInt32) {
    for byte in 0..<4 as Range<UInt32> { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * byte))) }
  }

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
