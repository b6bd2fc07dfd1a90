/// The request target, RFC 9112 section 3.2, and the path in it.
/// リクエストターゲットと、その中のパス。
public enum RequestTarget {
  // Whether a target has a form that its method may have: origin-form and absolute-form, `*` for OPTIONS, authority-form
  // for CONNECT.
  static func isValid(_ target: Span<UInt8>, for method: Method) -> Bool {
    if method == .connect { return Authority.isValid(target, portRequired: true) }
    if target[0] == 0x2F { return hasValidCharacters(target) }
    if target.count == 1 && target[0] == 0x2A { return method == .options }
    guard let pathStart = authorityEnd(target) else { return false }
    return Authority.isValid(target.extracting(7..<pathStart), portRequired: false)
      && hasValidCharacters(target.extracting(pathStart..<target.count))
  }

  /// Finds the path of a valid target, without the query.
  /// 正しいターゲットから、クエリを除いたパスを見つける。
  ///
  /// - Returns: The path's place in the target; empty where an absolute-form has no path, which means `/`.
  public static func path(of target: Span<UInt8>) -> Range<Int> {
    let start = target[0] == 0x2F ? 0 : authorityEnd(target) ?? 0
    return start..<queryMark(target, from: start)
  }

  /// Finds the query of a valid target, without its question mark.
  /// 正しいターゲットから、疑問符を除いたクエリを見つける。
  public static func query(of target: Span<UInt8>) -> Range<Int> {
    let mark = queryMark(target, from: 0)
    return min(mark + 1, target.count)..<target.count
  }

  /// Replaces percent-encoded octets, RFC 3986 section 2.1.
  /// パーセント符号化されたオクテットを復号する。
  ///
  /// - Parameters:
  ///   - path: A path of a valid target.
  ///   - decoded: Receives the octets.
  /// - Returns: The number of octets, or nil where they do not fit.
  public static func decode(_ path: Span<UInt8>, into decoded: inout MutableSpan<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < path.count {
      guard count < decoded.count else { return nil }
      if path[index] == 0x25, index + 2 < path.count, let high = path[index + 1].hexadecimalValue,
        let low = path[index + 2].hexadecimalValue
      {
        decoded[count] = high << 4 | low
        index += 3
      } else {
        decoded[count] = path[index]
        index += 1
      }
      count += 1
    }
    return count
  }

  // The end of `http://authority`, nil where the target does not begin so.
  private static func authorityEnd(_ target: Span<UInt8>) -> Int? {
    guard target.startsIgnoringCase(with: "http://") else { return nil }
    var index = 7
    while index < target.count && target[index] != 0x2F && target[index] != 0x3F { index += 1 }
    return index
  }

  private static func queryMark(_ target: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < target.count && target[index] != 0x3F { index += 1 }
    return index
  }

  private static func hasValidCharacters(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      if text[index].isTargetCharacter {
        index += 1
      } else if Authority.isEncodedOctet(text, at: index) {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
