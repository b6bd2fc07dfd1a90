/// Why a request cannot be taken; the connection is closed after the answer.
/// リクエストを受け付けられない理由。応答後に接続は閉じられる。
public enum RequestError: UInt8, Error, Sendable {
  case badLineEnd, controlCharacter, badRequestLine, badTarget, badField, badHost, badContentLength, badTransferCoding,
    ambiguousLength, repeatedField, badChunk, chunkOverhead
  case requestLineTooLong, fieldsTooLarge, tooManyFields, contentTooLarge
  case misdirected, unknownExpectation, unknownMethod, unknownTransferCoding, unknownVersion, timeout, noMemory

  /// The status to answer with.
  /// 応答に使うステータス。
  public var status: Status {
    switch self {
    case .badLineEnd, .controlCharacter, .badRequestLine, .badTarget, .badField, .badHost, .badContentLength,
      .badTransferCoding, .ambiguousLength, .repeatedField, .badChunk, .chunkOverhead:
      .badRequest
    case .requestLineTooLong: .uriTooLong
    case .fieldsTooLarge, .tooManyFields: .fieldsTooLarge
    case .contentTooLarge: .contentTooLarge
    case .misdirected: .misdirectedRequest
    case .unknownExpectation: .expectationFailed
    case .unknownMethod, .unknownTransferCoding: .notImplemented
    case .unknownVersion: .versionNotSupported
    case .timeout: .requestTimeout
    case .noMemory: .serviceUnavailable
    }
  }

  /// What is wrong, for the answer's `detail`.
  /// 応答の `detail` に入れる説明。
  public var detail: StaticString {
    switch self {
    case .badLineEnd: "a line must end with CR LF"
    case .controlCharacter: "control character"
    case .badRequestLine: "malformed request line"
    case .badTarget: "malformed request target"
    case .badField: "malformed field line"
    case .badHost: "missing, repeated or malformed Host"
    case .badContentLength: "malformed Content-Length"
    case .badTransferCoding: "malformed Transfer-Encoding"
    case .ambiguousLength: "both Content-Length and Transfer-Encoding"
    case .repeatedField: "repeated field that may stand once"
    case .badChunk: "malformed chunk"
    case .chunkOverhead: "too much chunk overhead"
    case .requestLineTooLong: "Request line too long"
    case .fieldsTooLarge: "Header fields too large"
    case .tooManyFields: "Too many header fields"
    case .contentTooLarge: "Content too large"
    case .misdirected: "Misdirected request: https without TLS"
    case .unknownExpectation: "Expectation failed"
    case .unknownMethod: "Method not implemented"
    case .unknownTransferCoding: "Transfer coding not implemented"
    case .unknownVersion: "HTTP version not supported"
    case .timeout: "Request timeout"
    case .noMemory: "Service unavailable: no memory for the request"
    }
  }
}
