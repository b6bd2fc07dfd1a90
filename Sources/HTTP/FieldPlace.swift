// Where the value of a field stands that counts only if it stands once. One word, for a head is copied with every request.
struct FieldPlace: Sendable {
  // 0 where no such field came; 1 where one came that does not count; otherwise the start, which no field has at 0, above 32
  // bits of the number of bytes.
  private var word: UInt64 = 0

  var range: Range<Int> {
    let start = Int(word >> 32)
    return start..<(start + (start == 0 ? 0 : Int(word & 0xFFFF_FFFF)))
  }

  // Takes note of a field; nil for a value that cannot be used.
  mutating func take(_ value: Range<Int>?) {
    guard word == 0, let value else { return word = 1 }
    word = UInt64(value.lowerBound) << 32 | UInt64(value.count)
  }
}
