/// The outcome of looking for the end of a line.
enum LineScan {
  // The index of the CR that ends the line.
  case end(Int)
  // No line end so far; bytes before the index need not be looked at again.
  case partial(scanned: Int)
  case invalid(RequestError)
  // No line end within the limit.
  case tooLong
}

enum LineScanner {
  // Looks for CR LF in bytes[from...] and refuses any other control character, a CR or LF alone among them (RFC 9112
  // section 2.2). `limit` is where the line's CR may stand at the latest, so the outcome does not depend on how the bytes
  // were split into arrivals.
  static func scan(_ bytes: Span<UInt8>, from start: Int, limit: Int) -> LineScan {
    // The line before may have ended past this one's limit.
    if start > limit { return .tooLong }
    let end = min(bytes.count, limit + 1)
    let index = firstControl(bytes, from: start, to: end)
    if index == end { return end == limit + 1 ? .tooLong : .partial(scanned: end) }
    switch bytes[index] {
    case 0x0D:
      if index + 1 == bytes.count { return .partial(scanned: index) }
      return bytes[index + 1] == 0x0A ? .end(index) : .invalid(.badLineEnd)
    case 0x0A: return .invalid(.badLineEnd)
    default: return .invalid(.controlCharacter)
    }
  }

  // The index of the first control character in bytes[start..<end], or end.
  private static func firstControl(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      // The 8 bytes lie before end, which is at most the span's count.
      let word = unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let candidates = bytesBelowSpace(word) | bytesEqualToDelete(word)
      if candidates == 0 {
        index += 8
        continue
      }
      index += candidates.trailingZeroBitCount / 8
      if bytes[index].isControl { return index }
      index += 1
    }
    while index < end && !bytes[index].isControl { index += 1 }
    return index
  }

  // The highest bit of each byte that is less than 0x20, HTAB among them. The lowest bit set is exact; those above it may
  // come from a borrow.
  @inline(__always)
  private static func bytesBelowSpace(_ word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
  }

  // The same for bytes that are 0x7F.
  @inline(__always)
  private static func bytesEqualToDelete(_ word: UInt64) -> UInt64 {
    let difference = word ^ 0x7F7F_7F7F_7F7F_7F7F
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }
}
