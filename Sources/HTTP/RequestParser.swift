/// What has become of a request's bytes.
/// リクエストのバイト列の解析結果。
public enum ParseResult: Equatable, Sendable {
  /// All bytes so far are part of a good request, and more must come.
  /// ここまでは正しく、続きが必要。
  case partial
  /// A whole request is there; `consumed` bytes belong to it.
  /// リクエスト全体が揃った。
  case complete
  /// No continuation could make it a request to be taken.
  /// 続きが何であっても受け付けられない。
  case invalid(RequestError)
}

/// Parses one request of HTTP/1.1 (RFC 9112) from bytes that arrive in any pieces.
/// 任意に分割されて届くバイト列から HTTP/1.1 のリクエストを一つ解析する。
///
/// Every call gets the same bytes as the call before and those that have come since, from the request's first byte on. No byte
/// is scanned twice, and the result does not depend on how the bytes were split. The content of a chunked body is moved
/// together in place, so `body` is one contiguous piece either way.
public struct RequestParser: Sendable {
  // Where the next line starts, or the content's next byte; the bytes before it are dealt with.
  var position = 0
  // bytes[position..<scanned] hold no line end.
  var scanned = 0
  var phase = Phase.requestLine
  // The bytes still to come of the content or of the current chunk.
  var remaining = 0
  // Where the field lines begin; then the bytes of a chunked body that are not content.
  var fieldsStart = 0
  var overhead = 0
  var fieldCount = 0

  enum Phase: UInt8 {
    case requestLine, fields, content, chunkSize, chunkData, chunkEnd, trailers, complete
  }

  /// What the request's line and fields say.
  /// リクエスト行とフィールドが示す内容。
  public internal(set) var head = RequestHead()

  /// Where the content stands, once the request is complete.
  /// リクエスト完了後のコンテンツの位置。
  public internal(set) var body = 0..<0

  /// Makes a parser for the next request of a connection.
  /// 接続の次のリクエストの解析器を作る。
  public init() {}

  /// Whether the request line and all fields have been parsed.
  /// リクエスト行と全フィールドを解析し終えたかどうか。
  public var headIsComplete: Bool { phase.rawValue > Phase.fields.rawValue }

  /// Whether nothing of a request has been parsed yet.
  /// リクエストをまだ全く解析していないかどうか。
  public var isNew: Bool { phase == .requestLine && position == 0 && scanned == 0 }

  // The parser as it was when the head was complete and the content was still to come. Nil where that is moved about.
  var atEndOfHead: RequestParser? {
    guard phase == .complete, !head.isChunked else { return nil }
    var parser = RequestParser()
    parser.head = head
    parser.position = body.lowerBound
    parser.body = body.lowerBound..<body.lowerBound
    parser.remaining = body.count
    parser.phase = .content
    return parser
  }

  /// Whether more has come than an empty line, which may stand before a request and begins none.
  /// リクエストの前に許される空行以外のものが届いたかどうか。
  ///
  /// - Parameter count: The number of bytes that the last call to `parse` was given.
  public func hasBegun(_ count: Int) -> Bool {
    phase != .requestLine || position < count
  }

  /// The number of bytes that belong to the complete request.
  /// 完了したリクエストに属するバイト数。
  public var consumed: Int { position }

  /// Whether no byte of the content has come yet.
  /// コンテンツがまだ 1 バイトも届いていないかどうか。
  ///
  /// - Parameter count: The number of bytes that the last call to `parse` was given.
  public func awaitsContent(_ count: Int) -> Bool {
    (phase == .content || phase == .chunkSize) && count == body.lowerBound
  }

  /// Parses as far as the bytes go.
  /// 届いた範囲まで解析する。
  @export(interface)  // The service that is specialised for the model compiles no second parser.
  public mutating func parse(_ bytes: inout MutableSpan<UInt8>, limits: RequestLimits) -> ParseResult {
    do throws(RequestError) {
      while phase != .complete {
        guard try advance(&bytes, limits) else { return .partial }
      }
      return .complete
    } catch {
      return .invalid(error)
    }
  }

  // Takes one line, or a piece of content. False where bytes are missing.
  private mutating func advance(_ bytes: inout MutableSpan<UInt8>, _ limits: RequestLimits) throws(RequestError) -> Bool
  {
    switch phase {
    case .requestLine:
      guard let end = try line(bytes.span, position + limits.requestLine, .requestLineTooLong) else { return false }
      // RFC 9112 section 2.2: an empty line before the request line is passed over, one of them here.
      if end == position && position == 0 {
        next(end)
        return true
      }
      try head.readRequestLine(bytes.span, position, end)
      next(end)
      fieldsStart = position
      phase = .fields
    case .fields:
      // The empty line's CR may follow right behind the last byte of the allowance.
      guard let end = try line(bytes.span, fieldsStart + limits.fields, .fieldsTooLarge) else { return false }
      if end > position {
        fieldCount += 1
        if fieldCount > limits.fieldCount { throw .tooManyFields }
        try head.readField(bytes.span, position, end)
        next(end)
      } else {
        next(end)
        try endFields(limits)
      }
    case .content:
      return takeContent(bytes.count)
    case .chunkSize, .chunkData, .chunkEnd, .trailers:
      return try advanceChunks(&bytes, limits)
    case .complete: break
    }
    return true
  }

  private mutating func endFields(_ limits: RequestLimits) throws(RequestError) {
    try head.checkFields(limits)
    body = position..<position
    if head.isChunked {
      phase = .chunkSize
    } else {
      remaining = head.contentLength ?? 0
      phase = .content
    }
    // RFC 9110 section 10.1.1: no 100 (Continue) to HTTP/1.0, nor where no content follows.
    if head.isVersion10 || head.contentLength == 0 || (!head.isChunked && head.contentLength == nil) {
      head.expectsContinue = false
    }
  }

  private mutating func takeContent(_ count: Int) -> Bool {
    guard count - position >= remaining else { return false }
    position += remaining
    body = body.lowerBound..<position
    phase = .complete
    return true
  }

  // The end of the line that starts at position; its CR may stand at `limit` at the latest.
  mutating func line(_ bytes: Span<UInt8>, _ limit: Int, _ tooLong: RequestError) throws(RequestError) -> Int? {
    switch LineScanner.scan(bytes, from: max(position, scanned), limit: limit) {
    case .end(let end): return end
    case .partial(let seen):
      scanned = seen
      return nil
    case .invalid(let error): throw error
    case .tooLong: throw tooLong
    }
  }

  // Goes on behind the line end whose CR stands at `end`.
  mutating func next(_ end: Int) {
    position = end + 2
  }
}
