extension StaticString {
  /// The text's bytes in UTF-8.
  /// テキストの UTF-8 バイト列。
  public var bytes: Span<UInt8> {
    @inline(__always)
    @_lifetime(immortal)
    get {
      precondition(hasPointerRepresentation)
      // A static string is never deallocated.
      let span = unsafe Span<UInt8>(_unsafeStart: utf8Start, count: utf8CodeUnitCount)
      return unsafe _overrideLifetime(span, copying: ())
    }
  }
}
