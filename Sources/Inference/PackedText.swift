/// Constants as the text of a static string, which compiles in no time however long it is: seven bits a byte.
/// 静的文字列のテキストに収めた定数（1 バイトに 7 ビット）。どれほど長くても一瞬でコンパイルされる。
///
/// A number is written in digits of base 128, the lowest first. Read as bytes of a word, digits compare as the numbers do.
public struct PackedText: ~Escapable {
  private let bytes: RawSpan

  /// Reads a text of ASCII bytes.
  /// ASCII バイトのテキストを読む。
  @inline(__always)
  @_lifetime(immortal)
  public init(_ text: StaticString) {
    precondition(text.hasPointerRepresentation)
    // A static string is never deallocated.
    let span = unsafe RawSpan(_unsafeStart: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    bytes = unsafe _overrideLifetime(span, copying: ())
  }

  // The eight digits from a place on, as they stand: each in a byte, the first in the lowest.
  @inline(__always)
  func digits(at place: Int) -> Int {
    // The load checks its bounds, and any bytes make an integer.
    Int(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Int.self))
  }

  // The 32 bits of a number in five digits that stand at the high end of eight.
  @inline(__always)
  func word(ofHighDigitsAt place: Int) -> UInt32 {
    let digits = digits(at: place)
    var word = 0
    for digit in 0..<5 {
      word |= digits >> (24 + digit) & 0x7f << (7 * digit)
    }
    return UInt32(truncatingIfNeeded: word)
  }

  // Four floats in twenty bytes: the lower four digits of each, then the highest ones.
  @inline(__always)
  func lanes(at place: Int) -> SIMD4<Float> {
    // Both loads check their bounds, and any bytes make integers and floats.
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD4<UInt32>.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place + 16, as: SIMD4<UInt8>.self)
    var word = SIMD4<UInt32>(truncatingIfNeeded: high) &<< 28
    for digit in 0..<4 as Range<UInt32> {
      word |= (low &>> digit) & (0x7f &<< (7 &* digit))
    }
    return unsafe unsafeBitCast(word, to: SIMD4<Float>.self)
  }
}
