/// How large the parts of a request may be.
/// リクエストの各部分の大きさの上限。
public struct RequestLimits: Sendable {
  /// The request line in bytes without its line end; past it 414.
  /// 行末を除くリクエスト行のバイト数。超えると 414。
  public var requestLine = 8 << 10

  /// All field lines together in bytes, line ends included; past it 431.
  /// 行末を含む全フィールド行のバイト数。超えると 431。
  public var fields = 16 << 10

  /// The number of field lines; past it 431.
  /// フィールド行の数。超えると 431。
  public var fieldCount = 100

  /// The decoded content in bytes; past it 413.
  /// デコード後のコンテンツのバイト数。超えると 413。
  public var content = 1 << 20

  /// The bytes of a chunked body that are not content: chunk sizes, extensions, line ends, trailers; past it 400.
  /// チャンク本体のうちコンテンツ以外のバイト数。超えると 400。
  public var chunkOverhead = 16 << 10

  /// Makes the default limits.
  /// 既定の上限を作る。
  public init() {}
}
