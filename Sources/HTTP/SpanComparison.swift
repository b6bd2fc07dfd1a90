import Bytes
import CLinux

extension Span<UInt8> {
  /// Whether the bytes are the same as others.
  /// バイト列が互いに等しいかどうか。
  @inline(__always)
  public func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { mine in
      // Both areas have `count` bytes; memcmp is not to be given a null pointer.
      unsafe other.withUnsafeBytes { theirs in
        guard let first = mine.baseAddress, let second = theirs.baseAddress else { return true }
        return unsafe memcmp(first, second, theirs.count) == 0
      }
    }
  }

  /// Whether the bytes are those of a text.
  /// バイト列が文字列と一致するかどうか。
  @inline(__always)
  public func equals(_ text: StaticString) -> Bool {
    equals(text.bytes)
  }

  /// Whether the bytes are those of a text in lower case, ASCII letters of either case being the same.
  /// ASCII 英字の大文字小文字を区別せず、小文字の文字列と一致するかどうか。
  @inline(__always)
  public func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
    count == lowercase.utf8CodeUnitCount && startsIgnoringCase(with: lowercase)
  }

  /// Whether the bytes begin with a text in lower case, ASCII letters of either case being the same.
  /// ASCII 英字の大文字小文字を区別せず、小文字の文字列で始まるかどうか。
  @inline(__always)
  public func startsIgnoringCase(with lowercase: StaticString) -> Bool {
    let text = lowercase.bytes
    guard count >= text.count else { return false }
    for index in text.indices where self[index].lowercased != text[index] { return false }
    return true
  }
}
