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
    count == text.utf8CodeUnitCount && matches(text) { $0 }
  }

  /// Whether the bytes are those of a text in lower case, ASCII letters of either case being the same.
  /// ASCII 英字の大文字小文字を区別せず、小文字の文字列と一致するかどうか。
  @inline(__always)
  public func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
    count == lowercase.utf8CodeUnitCount && matches(lowercase) { $0.lowercased }
  }

  /// Whether the bytes begin with a text in lower case, ASCII letters of either case being the same.
  /// ASCII 英字の大文字小文字を区別せず、小文字の文字列で始まるかどうか。
  public func startsIgnoringCase(with lowercase: StaticString) -> Bool {
    count >= lowercase.utf8CodeUnitCount && matches(lowercase) { $0.lowercased }
  }

  @inline(__always)
  private func matches(_ text: StaticString, _ fold: (UInt8) -> UInt8) -> Bool {
    for index in 0..<text.utf8CodeUnitCount {
      // index is below the text's count.
      if unsafe fold(self[index]) != text.utf8Start[index] { return false }
    }
    return true
  }
}
