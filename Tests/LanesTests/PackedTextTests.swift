import Testing

@testable import Lanes

struct PackedTextTests {
  @Test func readsDigits() {
    let text = PackedText("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{7f}")
    #expect(text.digits(at: 0) == 0x0807_0605_0403_0201)
    #expect(text.digits(at: 1) == 0x7f08_0706_0504_0302)
  }

  @Test func readsWords() {
    // The first three digits belong to something else.
    #expect(PackedText("\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{f}").word(ofHighDigitsAt: 0) == .max)
    #expect(PackedText("\u{7f}\u{7f}\u{7f}\u{5}\0\0\0\0").word(ofHighDigitsAt: 0) == 5)
    #expect(PackedText("abc\0\u{1}\u{2}\u{3}\u{4}").word(ofHighDigitsAt: 0) == 1 << 7 | 2 << 14 | 3 << 21 | 4 << 28)
  }

  // 1, -2, 0.1 and -0.
  @Test func readsFloats() {
    let text = PackedText(
      "x\0\0\0|\0\0\0\0M\u{19}3n\0\0\0\0\u{3}\u{c}\u{3}\u{8}")
    let lanes = text.lanes(at: 1)
    #expect(lanes.indices.map { lanes[$0].bitPattern } == [0x3f80_0000, 0xc000_0000, 0x3dcc_cccd, 0x8000_0000])
  }
}
