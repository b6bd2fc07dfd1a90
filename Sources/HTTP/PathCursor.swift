import Bytes

/// Walks through a path piece by piece, its percent-encoded octets decoded.
/// パスを部分ごとに、パーセント符号化を復号しながらたどる。
public struct PathCursor: ~Escapable {
  private let path: Span<UInt8>
  private var index = 0

  /// Begins at the front of a path of a valid target.
  /// 正しいターゲットのパスの先頭から始める。
  @_lifetime(copy path)
  public init(_ path: Span<UInt8>) {
    self.path = path
  }

  /// Whether nothing is left.
  /// 残りが無いかどうか。
  public var isAtEnd: Bool { index == path.count }

  /// Goes behind a text if it stands here, and else stays.
  /// 文字列がここにあればその後ろへ進み、なければ動かない。
  ///
  /// RFC 3986 section 2.2: an encoded slash is none, for it does not divide the path.
  public mutating func take(_ text: StaticString) -> Bool {
    let text = text.bytes
    var end = index
    for position in text.indices {
      guard end < path.count else { return false }
      if let octet = path.encodedOctet(at: end) {
        guard octet == text[position], octet != 0x2F else { return false }
        end += 3
      } else {
        guard path[end] == text[position] else { return false }
        end += 1
      }
    }
    index = end
    return true
  }
}
