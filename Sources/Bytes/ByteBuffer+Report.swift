// The same as `append`, but not copied into the caller: for reports and answers that are seldom made, where size counts.
extension ByteBuffer {
  /// Appends a text known at build time by a call.
  /// ビルド時に決まる文字列を関数呼び出しで追加する。
  @inline(never)
  public mutating func add(_ text: StaticString) {
    append(text)
  }

  /// Appends a copy of bytes by a call.
  /// バイト列の複製を関数呼び出しで追加する。
  @inline(never)
  public mutating func add(_ bytes: Span<UInt8>) {
    append(bytes)
  }

  /// Appends a number in decimal by a call.
  /// 10 進数を関数呼び出しで追加する。
  @inline(never)
  public mutating func add(_ number: Int) {
    append(decimal: number)
  }
}
