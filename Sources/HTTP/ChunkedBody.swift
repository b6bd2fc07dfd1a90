// Chunked transfer coding, RFC 9112 section 7.1. body.upperBound is where the next byte of content goes.
extension RequestParser {
  mutating func advanceChunks(_ bytes: inout MutableSpan<UInt8>, _ limits: RequestLimits) throws(RequestError) -> Bool {
    switch phase {
    case .chunkSize:
      guard let end = try overheadLine(bytes.span, limits) else { return false }
      remaining = try Self.chunkSize(bytes.span, position, end)
      if remaining > limits.content - body.count { throw .contentTooLarge }
      next(end)
      phase = remaining == 0 ? .trailers : .chunkData
    case .chunkData:
      let count = min(bytes.count - position, remaining)
      if count == 0 { return false }
      let target = body.upperBound
      let source = position
      unsafe bytes.withUnsafeMutableBufferPointer { buffer in
        // target < source and source + count <= bytes.count; update(from:) allows overlap.
        guard let base = buffer.baseAddress else { return }
        unsafe (base + target).update(from: base + source, count: count)
      }
      body = body.lowerBound..<(target + count)
      position += count
      remaining -= count
      if remaining == 0 { phase = .chunkEnd }
    case .chunkEnd:
      guard bytes.count > position else { return false }
      guard bytes[position] == 0x0D else { throw .badChunk }
      guard bytes.count > position + 1 else { return false }
      guard bytes[position + 1] == 0x0A else { throw .badChunk }
      overhead += 2
      next(position)
      phase = .chunkSize
    case .trailers:
      guard let end = try overheadLine(bytes.span, limits) else { return false }
      if end > position {
        try Self.checkTrailer(bytes.span, position, end)
      } else {
        phase = .complete
      }
      next(end)
    default: break
    }
    return true
  }

  private mutating func overheadLine(_ bytes: Span<UInt8>, _ limits: RequestLimits) throws(RequestError) -> Int? {
    guard overhead <= limits.chunkOverhead else { throw .chunkOverhead }
    guard let end = try line(bytes, position + limits.chunkOverhead - overhead, .chunkOverhead) else { return nil }
    overhead += end + 2 - position
    return end
  }

  // `1*HEXDIG [ chunk-ext ]`.
  private static func chunkSize(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(RequestError) -> Int {
    var size = 0
    var index = start
    while index < end, let digit = bytes[index].hexadecimalValue {
      // A size beyond any limit, which is told apart from a malformed one.
      size = size > Int.max >> 4 ? Int.max : size << 4 | Int(digit)
      index += 1
    }
    guard index > start, isExtension(bytes.extracting(index..<end)) else { throw .badChunk }
    return size
  }

  // `*( BWS ";" BWS chunk-ext-name [ BWS "=" BWS chunk-ext-val ] )`, RFC 9112 section 7.1.1. None has a meaning here.
  private static func isExtension(_ bytes: Span<UInt8>) -> Bool {
    var cursor = FieldCursor(bytes)
    while !cursor.isAtEnd {
      guard cursor.takeSpaced(0x3B), cursor.takeToken() != nil else { return false }
      if cursor.takeSpaced(0x3D) && !cursor.takeValue() { return false }
    }
    return true
  }

  // Trailer fields, RFC 9112 section 7.1.2, are checked for their form and dropped.
  private static func checkTrailer(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(RequestError) {
    var colon = start
    while colon < end && bytes[colon].isTokenCharacter { colon += 1 }
    guard colon > start, colon < end, bytes[colon] == 0x3A else { throw .badField }
  }
}
