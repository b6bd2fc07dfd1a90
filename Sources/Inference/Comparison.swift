// Comparisons, element by element; NaN compares false. Operands as of `add`.

/// The Equal operator.
/// Equal オペレーター。
///
/// - Parameters: As of `add`; the result is the truth.
public func equal<Number: Equatable & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] == b[b.count == 1 ? 0 : i]
  }
}

/// The Less operator.
/// Less オペレーター。
///
/// - Parameters: As of `add`; the result is the truth.
public func less<Number: Comparable & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] < b[b.count == 1 ? 0 : i]
  }
}

/// The LessOrEqual operator.
/// LessOrEqual オペレーター。
///
/// - Parameters: As of `add`; the result is the truth.
public func lessOrEqual<Number: Comparable & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] <= b[b.count == 1 ? 0 : i]
  }
}

/// The Greater operator.
/// Greater オペレーター。
///
/// - Parameters: As of `add`; the result is the truth.
public func greater<Number: Comparable & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] > b[b.count == 1 ? 0 : i]
  }
}

/// The GreaterOrEqual operator.
/// GreaterOrEqual オペレーター。
///
/// - Parameters: As of `add`; the result is the truth.
public func greaterOrEqual<Number: Comparable & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] >= b[b.count == 1 ? 0 : i]
  }
}
