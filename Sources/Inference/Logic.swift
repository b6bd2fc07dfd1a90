// Truth values, element by element. Operands as of `add`.

/// The And operator.
/// And オペレーター。
///
/// - Parameters: As of `add`.
public func and(
  _ a: Span<Bool>, _ b: Span<Bool>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] && b[b.count == 1 ? 0 : i]
  }
}

/// The Or operator.
/// Or オペレーター。
///
/// - Parameters: As of `add`.
public func or(
  _ a: Span<Bool>, _ b: Span<Bool>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] || b[b.count == 1 ? 0 : i]
  }
}

/// The Xor operator.
/// Xor オペレーター。
///
/// - Parameters: As of `add`.
public func xor(
  _ a: Span<Bool>, _ b: Span<Bool>, into c: consuming MutableSpan<Bool>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] != b[b.count == 1 ? 0 : i]
  }
}

/// The Not operator.
/// Not オペレーター。
///
/// - Parameters:
///   - x: Shape [elements].
///   - y: Shape [elements].
public func not(_ x: Span<Bool>, into y: consuming MutableSpan<Bool>) {
  for i in x.indices {
    y[i] = !x[i]
  }
}

/// The Where operator: elements of one operand or of another.
/// Where オペレーター。条件に応じて一方の要素を選ぶ。
///
/// - Parameters:
///   - condition: Shape [elements] or [1]; where it is true, the element is of a.
///   - a: Shape [elements] or [1].
///   - b: Shape [elements] or [1].
///   - side: The condition with which zeros lose their sign.
///   - c: Shape [elements].
public func choose<Number: Numeric & BitwiseCopyable>(
  _ condition: Span<Bool>, _ a: Span<Number>, _ b: Span<Number>, zerosOf side: Bool,
  into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    let isFirst = condition[condition.count == 1 ? 0 : i]
    let chosen = isFirst ? a[a.count == 1 ? 0 : i] : b[b.count == 1 ? 0 : i]
    c[i] = isFirst == side && chosen == 0 ? 0 : chosen
  }
}
