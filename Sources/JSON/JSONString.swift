import Bytes

/// Writes texts as JSON strings.
/// テキストを JSON 文字列として書く。
public enum JSONString {
  /// Writes bytes as a JSON string, its quotes included.
  /// バイト列を引用符付きの JSON 文字列として書く。
  ///
  /// Valid UTF-8 is kept, control characters become `\u00XX` (a terminal obeys those of C1, too), and each longest start of a
  /// sequence that is not valid becomes U+FFFD. At most six bytes are written for one, and two for the quotes.
  public static func write(_ text: Span<UInt8>, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    // The bytes from here to the position are kept as they are.
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      var length = 1
      if byte >= 0x80 {
        let sequence = UTF8Sequence(in: text, at: position)
        length = max(sequence.length, 1)
        if sequence.isValid && !isC1(text, position) {
          position += length
          continue
        }
      } else if byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        position += 1
        continue
      }
      buffer.append(text.extracting(start..<position))
      if isC1(text, position) {
        // The second byte is the character's number.
        writeControl(text[position + 1], to: &buffer)
      } else {
        writeReplacement(of: byte, to: &buffer)
      }
      position += length
      start = position
    }
    buffer.append(text.extracting(start..<position))
    buffer.append(UInt8(ascii: "\""))
  }

  private static func isC1(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[position] == 0xC2 && position + 1 < text.count && text[position + 1] >= 0x80 && text[position + 1] < 0xA0
  }

  private static func writeReplacement(of byte: UInt8, to buffer: inout ByteBuffer) {
    switch byte {
    case ..<0x20, 0x7F: writeControl(byte, to: &buffer)
    case ..<0x80:
      buffer.append(UInt8(ascii: "\\"))
      buffer.append(byte)
    default:
      buffer.append("\u{FFFD}")
    }
  }

  private static func writeControl(_ number: UInt8, to buffer: inout ByteBuffer) {
    buffer.append("\\u00")
    // 0 to 9.
    buffer.append(UInt8(ascii: "0") + number >> 4)
    let digit = number & 0xF
    buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
