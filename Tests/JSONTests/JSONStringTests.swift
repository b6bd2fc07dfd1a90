import Bytes
import Testing

@testable import JSON

@Suite struct JSONStringTests {
  @Test(
    arguments: [
      ("empty", [], #""""#), ("letters", Array("abc".utf8), #""abc""#), ("quote", Array(#"a"b"#.utf8), #""a\"b""#),
      ("backslash", Array(#"\"#.utf8), #""\\""#), ("solidus", Array("/".utf8), #""/""#),
      ("delete", [0x7F], #""\u007f""#),
      ("control characters of C1", [0xC2, 0x80, 0xC2, 0x9B, 0xC2, 0x9F], #""\u0080\u009b\u009f""#),
      ("the first character behind C1", [0xC2, 0xA0], "\"\u{A0}\""),
      ("control bytes", [0x00, 0x09, 0x0A, 0x1F], #""\u0000\u0009\u000a\u001f""#),
      ("all lengths", Array("é語😀".utf8), "\"é語😀\""),
      (
        "least and last", Array("\u{80}\u{7FF}\u{800}\u{10FFFF}".utf8),
        "\"\\u0080\u{7FF}\u{800}\u{10FFFF}\""
      ),
      ("around surrogates", Array("\u{D7FF}\u{E000}".utf8), "\"\u{D7FF}\u{E000}\""),
      ("lone continuation", [0x61, 0x80, 0x62], "\"a\u{FFFD}b\""), ("overlong", [0xC0, 0xAF], "\"\u{FFFD}\u{FFFD}\""),
      ("overlong of three", [0xE0, 0x80, 0xAF], "\"\u{FFFD}\u{FFFD}\u{FFFD}\""),
      ("surrogate", [0xED, 0xA0, 0x80], "\"\u{FFFD}\u{FFFD}\u{FFFD}\""),
      ("beyond U+10FFFF", [0xF4, 0x90, 0x80, 0x80], "\"\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\""),
      ("cut short", [0xF0, 0x9F, 0x98], "\"\u{FFFD}\""), ("cut by a letter", [0xE8, 0xAA, 0x41], "\"\u{FFFD}A\""),
      ("cut by another", [0xE8, 0xAA, 0xC3, 0xA9], "\"\u{FFFD}é\""),
      ("never valid", [0xFF, 0xFE], "\"\u{FFFD}\u{FFFD}\""),
    ] as [(String, [UInt8], String)])
  func writesString(label: String, bytes: [UInt8], text: String) {
    #expect(written { JSONString.write(bytes.span, to: &$0) } == text, "\(label)")
  }

  // Swift's own decoding replaces in the same way; then control characters are escaped.
  @Test func replacesWhatIsNotUTF8AsSwiftDoes() {
    var generator = SeededGenerator(seed: testSeed)
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<valueCount / 20 {
      let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in alphabet.randomElement(using: &generator)!
      }
      let text = written { JSONString.write(bytes.span, to: &$0) }
      let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
        (0x7F...0x9F).contains(scalar.value) ? "\\u00\(String(scalar.value, radix: 16))" : String(scalar)
      }
      #expect(text == "\"\(expected.joined())\"", "\(bytes), seed \(testSeed)")
    }
  }
}
