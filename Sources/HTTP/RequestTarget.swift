/// The request target, RFC 9112 section 3.2, and the path in it.
/// リクエストターゲットと、その中のパス。
public enum RequestTarget {
  // Whether a target has a form that its method may have: origin-form and absolute-form, `*` for OPTIONS, authority-form
  // for CONNECT.
  static func isValid(_ target: Span<UInt8>, for method: Method) -> Bool {
    if method == .connect { return Authority.isValid(target, portRequired: true) }
    if target[0] == 0x2F { return hasValidCharacters(target) }
    if target.count == 1 && target[0] == 0x2A { return method == .options }
    guard let authority = authority(of: target) else { return false }
    return Authority.isValid(target.extracting(authority), portRequired: false)
      && hasValidCharacters(target.extracting(authority.upperBound..<target.count))
  }

  /// Finds the path of a valid target, without the query.
  /// 正しいターゲットから、クエリを除いたパスを見つける。
  ///
  /// - Returns: The path's place in the target; empty where an absolute-form has no path, which means `/`.
  public static func path(of target: Span<UInt8>) -> Range<Int> {
    let start = target[0] == 0x2F ? 0 : authority(of: target)?.upperBound ?? 0
    return start..<queryMark(target, from: start)
  }

  /// Finds the query of a valid target, without its question mark.
  /// 正しいターゲットから、疑問符を除いたクエリを見つける。
  public static func query(of target: Span<UInt8>) -> Range<Int> {
    let mark = queryMark(target, from: 0)
    return min(mark + 1, target.count)..<target.count
  }

  /// Whether a valid target of OPTIONS means the server and not one of its resources.
  /// OPTIONS の正しいターゲットが、リソースではなくサーバー全体を指すかどうか。
  ///
  /// RFC 9112 section 3.2.4: `*`, or an absolute-form without path and query.
  public static func isServer(_ target: Span<UInt8>) -> Bool {
    target.equals("*") || path(of: target).lowerBound == target.count
  }

  /// Replaces percent-encoded octets that need not be encoded; the others are part of another path if replaced.
  /// 符号化の必要がないオクテットだけを復号する。他を復号すると別のパスになる。
  ///
  /// RFC 3986 sections 2.3 and 6.2.2.2: unreserved characters, which are equivalent to their encoded form.
  ///
  /// - Parameters:
  ///   - path: A path of a valid target.
  ///   - decoded: Receives the path with the octets replaced.
  /// - Returns: The number of bytes, or nil where they do not fit.
  public static func decode(_ path: Span<UInt8>, into decoded: inout MutableSpan<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < path.count {
      guard count < decoded.count else { return nil }
      if let octet = path.encodedOctet(at: index), octet.isUnreserved {
        decoded[count] = octet
        index += 3
      } else {
        decoded[count] = path[index]
        index += 1
      }
      count += 1
    }
    return count
  }

  // The authority of an absolute-form, nil where the target is not of http or https.
  private static func authority(of target: Span<UInt8>) -> Range<Int>? {
    let start: Int
    if target.startsIgnoringCase(with: "http://") {
      start = 7
    } else if target.startsIgnoringCase(with: "https://") {
      start = 8
    } else {
      return nil
    }
    var end = start
    while end < target.count && target[end] != 0x2F && target[end] != 0x3F { end += 1 }
    return start..<end
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
      } else if text.encodedOctet(at: index) != nil {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
