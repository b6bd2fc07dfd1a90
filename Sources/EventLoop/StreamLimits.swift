/// How long a connection may take, in milliseconds.
/// 接続に許す時間（ミリ秒）。
public struct StreamLimits: Sendable {
  /// From a message's first byte to the end of its head.
  /// メッセージの最初のバイトからヘッダーの終わりまで。
  public var head: UInt64 = 10_000
  /// From a message's first byte to its end.
  /// メッセージの最初のバイトから終わりまで。
  public var message: UInt64 = 15_000
  /// A write without progress.
  /// 書き込みが進まない時間。
  public var write: UInt64 = 10_000
  /// Between messages.
  /// メッセージとメッセージの間。
  public var idle: UInt64 = 75_000
  /// Between messages once the process is stopping: time for a request that is on its way.
  /// 停止処理中のメッセージ間。届きつつあるリクエストのための時間。
  public var idleWhileDraining: UInt64 = 1_000
  /// From the last answer to the peer's close.
  /// 最後の応答から相手が閉じるまで。
  public var lingering: UInt64 = 2_000

  /// Makes the default limits.
  /// 既定の上限を作る。
  public init() {}
}
