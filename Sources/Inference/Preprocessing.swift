// Operators that prepare features, element by element.

/// The Imputer operator: one value is replaced. A NaN is the value where that is a NaN.
/// Imputer オペレーター。特定の値（NaN なら NaN）を置き換える。
///
/// - Parameters:
///   - x: Shape [features].
///   - replaced: The value.
///   - substitutes: What stands in its place, shape [features] or [1].
///   - y: Shape [features].
public func impute<Element: Equatable & BitwiseCopyable>(
  _ x: Span<Element>, replaced: Element, by substitutes: Span<Element>, into y: consuming MutableSpan<Element>
) {
  // What is not equal to itself is a NaN.
  let replacesNaN = replaced != replaced
  for i in x.indices {
    let isReplaced = x[i] == replaced || (replacesNaN && x[i] != x[i])
    y[i] = isReplaced ? substitutes[substitutes.count == 1 ? 0 : i] : x[i]
  }
}

/// The Binarizer operator: 1 above a threshold, else 0.
/// Binarizer オペレーター。しきい値より大きければ 1、そうでなければ 0。
///
/// - Parameters:
///   - x: Shape [elements].
///   - threshold: What has to be exceeded.
///   - y: Shape [elements].
public func binarize(_ x: Span<Float>, threshold: Float, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    y[i] = x[i] > threshold ? 1 : 0
  }
}

/// The OneHotEncoder operator: one number a category, 1 for the element's own.
/// OneHotEncoder オペレーター。カテゴリーごとに一つの数で、該当するものだけが 1 になる。
///
/// - Parameters:
///   - x: Shape [elements].
///   - categories: Shape [categories], all different.
///   - y: Shape [elements, categories].
public func encodeOneHot(_ x: Span<Int64>, categories: Span<Int64>, into y: consuming MutableSpan<Float>) {
  for i in x.indices {
    for c in categories.indices {
      y[i * categories.count + c] = x[i] == categories[c] ? 1 : 0
    }
  }
}

/// The LabelEncoder operator: the value of the element's key.
/// LabelEncoder オペレーター。要素をキーとする値。
///
/// - Parameters:
///   - x: Shape [elements].
///   - keys: Shape [keys], ascending, all different.
///   - values: Shape [keys + 2]: the last but one is that of whatever is no key, the last that of a NaN.
///   - y: Shape [elements].
public func lookUp<Key: Comparable & BitwiseCopyable, Value: BitwiseCopyable>(
  _ x: Span<Key>, keys: Span<Key>, values: Span<Value>, into y: consuming MutableSpan<Value>
) {
  for i in x.indices {
    // The first key that is not below the element; none is below a NaN, which alone does not equal itself.
    var place = 0
    var end = keys.count
    while place < end {
      let middle = (place + end) / 2
      if keys[middle] < x[i] { place = middle + 1 } else { end = middle }
    }
    let isKey = place < keys.count && keys[place] == x[i]
    y[i] = values[isKey ? place : x[i] == x[i] ? keys.count : keys.count + 1]
  }
}
