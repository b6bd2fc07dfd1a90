import Bytes
import Testing

@testable import HTTP

struct LineScannerTests {
  private func scan(_ line: [UInt8], limit: Int = 1000) -> String {
    var buffer = ByteBuffer()
    for byte in line { buffer.append(byte) }
    switch LineScanner.scan(buffer.bytes, from: 0, limit: limit) {
    case .end(let index): return "end \(index)"
    case .partial(let scanned): return "partial \(scanned)"
    case .invalid(let error): return "\(error)"
    case .tooLong: return "too long"
    }
  }

  /// Every byte at every place of a line, behind bytes that look like it to a careless scan.
  @Test(arguments: 0...255 as ClosedRange<UInt8>)
  func findsEveryControlByteAtEveryPlace(_ byte: UInt8) {
    for filler in [0x61, 0x09, 0x80, 0xFF, 0x20] as [UInt8] {
      for place in 0..<34 {
        var line = [UInt8](repeating: filler, count: 34)
        line[place] = byte
        let isControl = (byte < 0x20 && byte != 0x09) || byte == 0x7F
        let expected = byte == 0x0D || byte == 0x0A ? "badLineEnd" : isControl ? "controlCharacter" : "end 34"
        // A CR as the last byte is followed by the line's own CR.
        #expect(scan(line + [0x0D, 0x0A]) == expected, "byte \(byte) at \(place) among \(filler)")
      }
    }
  }

  @Test func holdsTheLimitWhereverTheBytesEnd() {
    let line = [UInt8](repeating: 0x61, count: 20) + [0x0D, 0x0A]
    #expect(scan(line, limit: 20) == "end 20")
    #expect(scan(line, limit: 19) == "too long")
    for count in 0..<20 { #expect(scan(Array(line[..<count]), limit: 20) == "partial \(count)") }
    #expect(scan(Array(line[..<21]), limit: 20) == "partial 20")
  }
}
