import Bytes

/// How far a server is on its way from start to end.
/// サーバーの開始から終了までの段階。
public enum Lifecycle: UInt8, Sendable {
  /// New requests are welcome.
  /// 新しいリクエストを歓迎する。
  case serving
  /// Requests are answered, and the server says that it is not ready for more.
  /// リクエストには応答するが、準備完了ではないと伝える。
  case leaving
  /// No new connections, and each connection ends with its next answer.
  /// 新しい接続は受けず、各接続は次の応答で終わる。
  case draining
}

/// What a connection does after its service has seen its input.
/// 入力を処理した後の接続の状態。
public enum StreamState: UInt8, Sendable {
  /// Everything received is answered, and the peer may send more.
  /// 受信分はすべて応答済みで、続きを待つ。
  case idle
  /// A message has begun and its head is incomplete.
  /// メッセージが始まり、ヘッダーが未完了。
  case receivingHead
  /// A message's head is complete and its content is not.
  /// ヘッダーは完了し、コンテンツが未完了。
  case receivingContent
  /// There is input left, to be looked at when the output has been sent.
  /// 出力を送り終えてから処理する入力が残っている。
  case outputFull
  /// The output is the last; what the peer sends on is dropped until it closes.
  /// 最後の出力。相手が閉じるまで受信分は捨てる。
  case closing
  /// The output is the last and the peer expects nothing more.
  /// 最後の出力で、相手は続きを期待していない。
  case finished
}

/// Why a connection ends in the midst of a message.
/// メッセージの途中で接続を終える理由。
public enum AbandonReason: UInt8, Sendable {
  /// The message took too long.
  /// メッセージに時間がかかりすぎた。
  case time
  /// All connections together keep as many bytes as they may.
  /// 全接続が保持できるバイト数の上限に達した。
  case memory
}

/// Why a connection is turned away.
/// 接続を受け入れない理由。
public enum Rejection: UInt8, CaseIterable, Sendable {
  /// As many connections are open as may be.
  /// 接続数が上限に達している。
  case limit
  /// The process or the system has no descriptor left.
  /// プロセスまたはシステムに記述子が残っていない。
  case descriptors
}

/// A protocol over byte streams, run by a worker; one value serves all connections of the worker.
/// ワーカーが動かすバイトストリーム上のプロトコル。一つの値がワーカーの全接続を受け持つ。
public protocol StreamService: ~Copyable {
  /// What is kept for each connection.
  /// 接続ごとに保持する状態。
  associatedtype Stream: Sendable

  /// Makes the state of a new connection.
  /// 新しい接続の状態を作る。
  mutating func open(_ peer: PeerAddress) -> Stream

  /// Ends the state of a connection that is about to be closed.
  /// 閉じられる接続の状態を終える。
  mutating func close(_ stream: inout Stream)

  /// Begins a turn of the loop, in which any number of connections are served.
  /// 任意の数の接続を処理するループの一巡を始める。
  mutating func beginTurn(_ clock: Clock)

  /// Takes from the input what can be taken, and appends answers to the output.
  /// 入力から処理できる分を取り出し、応答を出力に追加する。
  ///
  /// - Parameters:
  ///   - input: All bytes received and not yet consumed, at least one.
  ///   - output: Where answers go.
  ///   - lifecycle: How far the server is; while draining, connections are closed after the next answer.
  mutating func receive(
    _ input: inout ByteBuffer, _ output: inout ByteBuffer, _ stream: inout Stream, lifecycle: Lifecycle
  ) -> StreamState

  /// Appends the last words to a connection in whose message it ends.
  /// メッセージの途中で終える接続への最後の応答を追加する。
  ///
  /// - Parameter input: What has come of the message.
  mutating func abandon(
    _ input: borrowing ByteBuffer, _ output: inout ByteBuffer, _ stream: inout Stream, _ reason: AbandonReason)

  /// Appends the last words to a connection that there is no room for.
  /// 受け入れる余地のない接続への最後の応答を追加する。
  mutating func refuse(_ reason: Rejection, _ output: inout ByteBuffer)

  /// Ends a turn of the loop.
  /// ループの一巡を終える。
  mutating func endTurn()
}
