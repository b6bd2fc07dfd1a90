/// Types of elements that a row of `UInt64` holds.
/// `UInt64` の行に収まる要素の型。
public protocol WordElement: BitwiseCopyable {
  /// The element that a word of a row holds.
  /// 行のワードが収める要素。
  init(word: UInt64)

  /// The word that holds the element.
  /// 要素を収めるワード。
  var word: UInt64 { get }
}

extension Float: WordElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.float32 }

  /// The word that holds the element.
  /// 要素を収めるワード。
  public var word: UInt64 { .holding(self) }
}

extension Double: WordElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.float64 }

  /// The word that holds the element.
  /// 要素を収めるワード。
  public var word: UInt64 { .holding(self) }
}

extension Int64: WordElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word.int64 }

  /// The word that holds the element.
  /// 要素を収めるワード。
  public var word: UInt64 { .holding(self) }
}

extension Int32: WordElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = Int32(truncatingIfNeeded: word) }

  /// The word that holds the element.
  /// 要素を収めるワード。
  public var word: UInt64 { .holding(Int64(self)) }
}

extension Bool: WordElement {
  /// The element that a word holds.
  /// ワードが収める要素。
  public init(word: UInt64) { self = word != 0 }

  /// The word that holds the element.
  /// 要素を収めるワード。
  public var word: UInt64 { self ? 1 : 0 }
}

/// Takes the features of an input out of a row.
/// 入力の特徴量を行から取り出す。
///
/// - Parameters:
///   - row: Shape [at least start + count].
///   - start: Where the first feature is.
///   - y: Shape [count].
public func feed<Element: WordElement>(
  _ row: Span<UInt64>, from start: Int, into y: consuming MutableSpan<Element>
) {
  for i in y.indices {
    y[i] = Element(word: row[start + i])
  }
}
