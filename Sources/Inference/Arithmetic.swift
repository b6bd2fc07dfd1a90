// Operators of two operands, element by element. An operand has the elements of the result or one, which stands for all.

/// The Add operator.
/// Add オペレーター。
///
/// - Parameters:
///   - a: Shape [elements] or [1].
///   - b: Shape [elements] or [1].
///   - c: Shape [elements].
public func add<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] + b[b.count == 1 ? 0 : i]
  }
}

/// The Add operator on integers, which wrap around.
/// 整数の Add オペレーター（桁あふれは循環する）。
///
/// - Parameters: As of `add`.
public func add<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] &+ b[b.count == 1 ? 0 : i]
  }
}

/// The Sub operator.
/// Sub オペレーター。
///
/// - Parameters: As of `add`.
public func subtract<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] - b[b.count == 1 ? 0 : i]
  }
}

/// The Sub operator on integers, which wrap around.
/// 整数の Sub オペレーター（桁あふれは循環する）。
///
/// - Parameters: As of `add`.
public func subtract<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] &- b[b.count == 1 ? 0 : i]
  }
}

/// The Mul operator.
/// Mul オペレーター。
///
/// - Parameters: As of `add`.
public func multiply<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] * b[b.count == 1 ? 0 : i]
  }
}

/// The Mul operator on integers, which wrap around.
/// 整数の Mul オペレーター（桁あふれは循環する）。
///
/// - Parameters: As of `add`.
public func multiply<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] &* b[b.count == 1 ? 0 : i]
  }
}

/// The Div operator.
/// Div オペレーター。
///
/// - Parameters: As of `add`.
public func divide<Number: FloatingPoint & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i] / b[b.count == 1 ? 0 : i]
  }
}

/// The Div operator on integers, towards zero; divided by zero they stay what they are.
/// 整数の Div オペレーター（0 方向への丸め。0 で割った整数はそのまま）。
///
/// - Parameters: As of `add`.
public func divide<Number: FixedWidthInteger & BitwiseCopyable>(
  _ a: Span<Number>, _ b: Span<Number>, into c: consuming MutableSpan<Number>
) {
  for i in c.indices {
    c[i] = a[a.count == 1 ? 0 : i].dividedReportingOverflow(by: b[b.count == 1 ? 0 : i]).partialValue
  }
}
