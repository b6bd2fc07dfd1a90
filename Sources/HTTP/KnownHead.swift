import Bytes

/// The head of the request before: a client repeats itself byte for byte, and what is repeated is not parsed again.
/// 直前のリクエストのヘッダー。同じバイト列が繰り返されたときは解析を省く。
///
/// What a head means follows from its bytes and the limits alone, so equal heads under the same limits mean the same.
public struct KnownHead: ~Copyable {
  private var bytes = ByteBuffer()
  // The parser at the end of the head.
  private var parser = RequestParser()

  // Longer heads are rare and not worth the copy.
  private static var longest: Int { 1024 }

  /// Makes one that knows no head.
  /// まだ何も覚えていない状態を作る。
  public init() {}

  /// Takes a parser that has seen nothing to the end of the head, if that is the known one.
  /// 既知のヘッダーで始まるなら、未使用の解析器をその末尾まで進める。
  ///
  /// - Returns: Whether the bytes begin with the known head.
  @inline(__always)
  public func recall(_ input: Span<UInt8>, into parser: inout RequestParser) -> Bool {
    let count = bytes.count
    guard count > 0, input.count >= count, input.extracting(0..<count).equals(bytes.bytes) else { return false }
    parser = self.parser
    return true
  }

  /// Remembers the head of a complete request, or none where its content was chunked or it is long.
  /// 完了したリクエストのヘッダーを覚える。チャンク形式や長いものは覚えない。
  public mutating func remember(_ input: Span<UInt8>, _ complete: RequestParser) {
    bytes.removeAll()
    guard let parser = complete.atEndOfHead, parser.consumed <= Self.longest else { return }
    bytes.append(input.extracting(0..<parser.consumed))
    self.parser = parser
  }
}
