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

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) {
    self.bytes = bytes
  }

  /// The eight digits from a place on, as they stand: each in a byte, the first in the lowest.
  /// 指定した位置からの 8 桁（1 バイトに 1 桁、最初の桁が最下位）。
  @inline(__always)
  public func digits(at place: Int) -> Int {
    // The load checks its bounds, and any bytes make an integer.
    Int(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Int.self))
  }

  /// The 32 bits of a number in five digits that stand at the high end of eight.
  /// 8 桁のうち上位 5 桁に収められた 32 ビットの数。
  @inline(__always)
  public func word(ofHighDigitsAt place: Int) -> UInt32 {
    let digits = digits(at: place)
    var word = 0
    for digit in 0..<5 {
      word |= digits >> (24 + digit) & 0x7f << (7 * digit)
    }
    return UInt32(truncatingIfNeeded: word)
  }

  /// Four floats in twenty bytes: the lower four digits of each, then the highest ones.
  /// 20 バイトに収められた 4 個の浮動小数点数（各数の下位 4 桁、続いて最上位の桁）。
  @inline(__always)
  public func lanes(at place: Int) -> SIMD4<Float> {
    // Both loads check their bounds, and any bytes make integers and floats.
    let low = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD4<UInt32>.self)
    let high = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place + 16, as: SIMD4<UInt8>.self)
    var word = SIMD4<UInt32>(truncatingIfNeeded: high) &<< 28
    for digit in 0..<4 as Range<UInt32> {
      word |= (low &>> digit) & (0x7f &<< (7 &* digit))
    }
    return unsafe unsafeBitCast(word, to: SIMD4<Float>.self)
  }

  // Eight words of four bytes as they stand.
  @inline(__always)
  func words(at place: Int) -> SIMD8<UInt32> {
    // The load checks its bounds, and any bytes make integers.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD8<UInt32>.self)
  }
}
