// An answer of HTTP/1.1, taken apart as strictly as a client could (RFC 9112 section 4).
struct Answer: Equatable {
  let status: Int
  let fields: [String]
  let content: [UInt8]

  // The answers that the bytes are, one behind the other; nil where they are something else.
  static func sequence(_ bytes: [UInt8]) -> [Answer]? {
    var answers: [Answer] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let answer = Answer(takenFrom: &rest) else { return nil }
      answers.append(answer)
    }
    return answers
  }

  private init?(takenFrom bytes: inout ArraySlice<UInt8>) {
    guard let start = Self.line(&bytes), start.hasPrefix(Self.version), start.dropFirst(12).first == " ",
      let status = Int(start.dropFirst(9).prefix(3)), (100..<600).contains(status)
    else { return nil }
    var fields: [String] = []
    while true {
      guard let line = Self.line(&bytes) else { return nil }
      if line.isEmpty { break }
      guard Self.isField(line) else { return nil }
      fields.append(line)
    }
    let lengths = fields.filter { $0.hasPrefix("Content-Length: ") }.map { Int($0.dropFirst(16)) }
    guard lengths.count == (status == 100 || status == 204 ? 0 : 1) else { return nil }
    // The answer to a HEAD request states the length of content that is not sent; no content begins as an answer does.
    let isSent = !bytes.isEmpty && !bytes.starts(with: Self.version.utf8)
    guard let length = isSent ? lengths.first ?? 0 : 0, length <= bytes.count else { return nil }
    self.status = status
    self.fields = fields
    content = Array(bytes.prefix(length))
    bytes.removeFirst(length)
  }

  private static let version = "HTTP/1.1 "

  // The text up to the next line end, which is passed over.
  private static func line(_ bytes: inout ArraySlice<UInt8>) -> String? {
    guard let end = bytes.firstIndex(of: 0x0D), bytes[end...].starts(with: [0x0D, 0x0A]) else { return nil }
    defer { bytes = bytes[(end + 2)...] }
    return String(validating: bytes[..<end], as: UTF8.self)
  }

  // A name of letters and hyphens, a colon and a space, and visible characters with single blanks between them.
  private static func isField(_ line: String) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    let value = line.utf8[colon...].dropFirst()
    return line[..<colon].utf8.allSatisfy { (0x41...0x5A).contains($0 & ~0x20) || $0 == 0x2D }
      && value.count > 1 && value.first == 0x20 && value.last != 0x20
      && value.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("  ")
  }
}
