import Bytes

/// The status line and the fields of an answer, RFC 9112 section 4.
/// 応答のステータス行とフィールド。
public struct ResponseHead: Sendable {
  /// The media type of the content.
  /// コンテンツのメディアタイプ。
  public enum ContentType: UInt8, Sendable {
    case json, html, metrics, octets

    var field: StaticString {
      switch self {
      case .json: "Content-Type: application/json\r\n"
      case .html: "Content-Type: text/html; charset=utf-8\r\n"
      case .metrics: "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
      case .octets: "Content-Type: application/octet-stream\r\n"
      }
    }

    /// The type and its parameters, `text/plain; charset=utf-8`.
    /// パラメーター付きの型。
    public var text: Span<UInt8> {
      @_lifetime(immortal)
      get { field.bytes.extracting(14..<(field.utf8CodeUnitCount - 2)) }
    }
  }

  /// The status.
  /// ステータス。
  public var status: Status
  /// The media type.
  /// メディアタイプ。
  public var contentType = ContentType.json
  /// The methods for the field Allow, empty for no such field.
  /// Allow フィールドのメソッド一覧（空なら付けない）。
  public var allow: StaticString = ""
  /// The field Content-Security-Policy, empty for no such field. With it goes that the media type is to be believed.
  /// Content-Security-Policy フィールド（空なら付けない）。併せてメディアタイプの推測を禁じる。
  public var contentSecurityPolicy: StaticString = ""
  /// Whether the connection ends with this answer.
  /// この応答で接続が終わるかどうか。
  public var closes = false
  /// Whether a client of HTTP/1.0 is told that the connection stays open.
  /// HTTP/1.0 のクライアントに接続維持を伝えるかどうか。
  public var confirmsKeepAlive = false

  /// The bytes of the content that are JSON where binary data follows them, nil where none does.
  /// 後にバイナリデータが続く場合の JSON のバイト数（続かなければ nil）。
  public var jsonLength: Int?

  /// Makes the head of an answer in JSON.
  /// JSON 応答のヘッダーを作る。
  public init(_ status: Status) {
    self.status = status
  }

  /// Appends the head, empty line included.
  /// 空行を含むヘッダーを追加する。
  ///
  /// - Parameters:
  ///   - contentLength: The content's bytes, to be sent or, for HEAD, left out.
  ///   - date: The time as `HTTPDate` writes it.
  ///   - requestID: The request's own X-Request-Id, which goes back to the client; empty for no such field.
  @inline(__always)
  public func write(contentLength: Int, date: Span<UInt8>, requestID: Span<UInt8>, to output: inout ByteBuffer) {
    output.append(status.line)
    output.append("Date: ")
    output.append(date)
    output.append("\r\n")
    // RFC 9110 section 8.6: no Content-Length with 204.
    if status != .noContent {
      output.append(contentType.field)
      output.append("Content-Length: ")
      output.append(decimal: contentLength)
      output.append("\r\n")
    }
    if !requestID.isEmpty {
      output.append("X-Request-Id: ")
      output.append(requestID)
      output.append("\r\n")
    }
    if let jsonLength {
      output.append("Inference-Header-Content-Length: ")
      output.append(decimal: jsonLength)
      output.append("\r\n")
    }
    if allow.utf8CodeUnitCount > 0 {
      output.append("Allow: ")
      output.append(allow)
      output.append("\r\n")
    }
    if contentSecurityPolicy.utf8CodeUnitCount > 0 {
      output.append("Content-Security-Policy: ")
      output.append(contentSecurityPolicy)
      output.append("\r\nX-Content-Type-Options: nosniff\r\n")
    }
    if closes {
      output.append("Connection: close\r\n")
    } else if confirmsKeepAlive {
      output.append("Connection: keep-alive\r\n")
    }
    output.append("\r\n")
  }
}
