extension ByteBuffer {
  /// Appends a number in decimal.
  /// 数を 10 進数で追加する。
  @inline(__always)
  public mutating func append(decimal value: Int) {
    // The longest number is -9223372036854775808.
    append(upTo: 20) { area in
      var digits = 1
      var rest = value.magnitude
      while rest >= 10 {
        rest /= 10
        digits += 1
      }
      let length = value < 0 ? digits + 1 : digits
      if value < 0 { area[0] = 0x2D }
      rest = value.magnitude
      var index = length
      for _ in 0..<digits {
        index -= 1
        area[index] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      return length
    }
  }
}
