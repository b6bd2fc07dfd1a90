/// What a request's line and fields say, as far as they have been parsed.
/// 解析済みの範囲で、リクエスト行とフィールドが示す内容。
///
/// Positions are bytes from the start of the request.
public struct RequestHead: Sendable {
  /// What Content-Type and Content-Encoding say of the content.
  /// Content-Type と Content-Encoding が示すコンテンツの種類。
  public enum Content: UInt8, Sendable {
    case unstated, json, octets, other
  }

  /// The method that the request line states, nil before the line is read and where nobody knows the method.
  /// リクエスト行のメソッド。未読または未知のメソッドでは nil。
  public internal(set) var statedMethod: Method?

  /// The method; GET where none is known, which is so in no complete request.
  /// メソッド。不明なら GET（完了したリクエストでは必ず判明している）。
  public var method: Method { statedMethod ?? .get }

  /// Where the request target stands.
  /// リクエストターゲットの位置。
  public internal(set) var target = 0..<0

  /// Whether the request is of HTTP/1.0 and not of 1.1 or a later minor version.
  /// HTTP/1.0 のリクエストかどうか。
  public internal(set) var isVersion10 = false

  /// The kind of the content.
  /// コンテンツの種類。
  public internal(set) var content = Content.unstated

  /// Whether the client waits for 100 (Continue) before it sends the content.
  /// クライアントが 100 (Continue) を待っているかどうか。
  public internal(set) var expectsContinue = false

  /// The bytes at the content's front that are JSON, as Inference-Header-Content-Length states them.
  /// コンテンツ先頭の JSON のバイト数（Inference-Header-Content-Length の値）。
  ///
  /// -1 where the field states no such number or stands twice, Int.max where the number is more than an Int, nil where it does
  /// not stand.
  public internal(set) var jsonLength: Int?

  /// Where the value of X-Request-Id stands: 1 to 64 letters, digits and characters of `-._~+/:=`; empty where no such came.
  /// X-Request-Id の値の位置（使える値が無ければ空）。
  public var requestID: Range<Int> { requestIDField.range }

  /// Where the value of traceparent stands, as `TraceParent` describes it; empty where no valid one came.
  /// traceparent の値の位置（正しい値が無ければ空）。
  public var traceParent: Range<Int> { traceParentField.range }

  // The first thing that this server does not offer, refused once the message has proved to be well-formed.
  var refusal: RequestError?
  var connectionClose = false
  var connectionKeepAlive = false
  var hasHost = false
  var hasContentType = false
  var requestIDField = FieldPlace()
  var traceParentField = FieldPlace()
  var hasTransferEncoding = false
  // Whether the last transfer coding so far is chunked.
  var isChunked = false
  var contentLength: Int?

  mutating func refuse(_ error: RequestError) {
    if refusal == nil { refusal = error }
  }

  /// Whether the connection may carry another request, RFC 9112 section 9.3.
  /// 接続を次のリクエストに使えるかどうか。
  public var keepsAlive: Bool {
    !connectionClose && (!isVersion10 || connectionKeepAlive)
  }
}
