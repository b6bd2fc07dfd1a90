/// Floats of a packed text, read eight at a time from the first to the last.
/// 詰めたテキストの浮動小数点数を、先頭から順に 8 個ずつ読む。
///
/// Seven vectors are a group of 256 bytes: first the highest bit of every byte of the seven, then the vectors without them.
/// Bit 6 of a byte belongs to the first vector, bit 0 to the last. Nothing has to be unpacked but that bit.
public struct PackedLanes: ~Escapable {
  private let text: PackedText
  private var place = 0
  private var highBits = SIMD8<UInt32>.zero
  private var left = 0

  /// Reads a text from its beginning.
  /// テキストを先頭から読む。
  @inline(__always)
  @_lifetime(copy text)
  public init(_ text: borrowing PackedText) {
    self.text = copy text
  }

  /// The next eight.
  /// 次の 8 個。
  @inline(__always)
  @_lifetime(self: copy self)
  public mutating func next() -> SIMD8<Float> {
    if left == 0 {
      highBits = text.words(at: place)
      place &+= 32
      left = 7
    }
    left &-= 1
    // What overflows a byte stands below the bits that are still to come in the next one.
    highBits &+= highBits
    let words = text.words(at: place) | (highBits & SIMD8(repeating: 0x8080_8080))
    place &+= 32
    return unsafe unsafeBitCast(words, to: SIMD8<Float>.self)
  }
}
