/// Types of elements that can be taken out of a row of `UInt64`.
/// `UInt64` の行から取り出せる要素の型。
public protocol FeatureElement: BitwiseCopyable {
  /// The element that a word of a row holds.
  /// 行のワードが収める要素。
  init(word: UInt64)
}

extension Float: FeatureElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.float32 }
}

extension Double: FeatureElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.float64 }
}

extension Int64: FeatureElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.int64 }
}

extension Int32: FeatureElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = Int32(truncatingIfNeeded: word) }
}

extension Bool: FeatureElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word != 0 }
}

/// Takes the features of an input out of a row.
/// 入力の特徴量を行から取り出す。
///
/// - Parameters:
///   - row: Shape [at least start + count].
///   - start: Where the first feature is.
///   - y: Shape [count].
public func feed<Element: FeatureElement>(
  _ row: Span<UInt64>, from start: Int, into y: consuming MutableSpan<Element>
) {
  for i in y.indices {
    y[i] = Element(word: row[start + i])
  }
}
