// Operators of one operand, element by element: every function takes and fills [elements].

/// The Neg operator.
/// Neg オペレーター。
public func negate<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices {
    y[i] = -x[i]
  }
}

/// The Neg operator on integers, which wrap around.
/// 整数の Neg オペレーター（桁あふれは循環する）。
public func negate<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  for i in x.indices {
    y[i] = 0 &- x[i]
  }
}

/// The Abs operator.
/// Abs オペレーター。
public func magnitude<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>)
{
  for i in x.indices {
    y[i] = x[i].magnitude
  }
}

/// The Abs operator on integers; the least one is its own.
/// 整数の Abs オペレーター（最小の整数はそのまま）。
public func magnitude<Number: FixedWidthInteger & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  for i in x.indices {
    y[i] = x[i] < 0 ? 0 &- x[i] : x[i]
  }
}

/// The Sign operator: -1, 0 or 1; NaN is kept.
/// Sign オペレーター。-1、0、1 のいずれか（NaN はそのまま）。
public func sign<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices {
    y[i] = x[i].isNaN ? x[i] : x[i] > 0 ? 1 : x[i] < 0 ? -1 : 0
  }
}

/// The Sign operator on integers.
/// 整数の Sign オペレーター。
public func sign<Number: FixedWidthInteger & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>)
{
  for i in x.indices {
    y[i] = x[i].signum()
  }
}

/// The Floor operator.
/// Floor オペレーター。
public func floor<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices {
    y[i] = x[i].rounded(.down)
  }
}

/// The Ceil operator.
/// Ceil オペレーター。
public func ceiling<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices {
    y[i] = x[i].rounded(.up)
  }
}

/// The Sqrt operator.
/// Sqrt オペレーター。
public func squareRoot<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  for i in x.indices {
    y[i] = x[i].squareRoot()
  }
}

/// The Reciprocal operator.
/// Reciprocal オペレーター。
public func reciprocal<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
  for i in x.indices {
    y[i] = 1 / x[i]
  }
}

/// The Relu operator: what is less than zero is zero; NaN and -0 are kept.
/// Relu オペレーター。負の値を 0 にする（NaN と -0 はそのまま）。
public func rectify<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Number>) {
  for i in x.indices {
    y[i] = x[i] < 0 ? 0 : x[i]
  }
}

/// The IsNaN operator.
/// IsNaN オペレーター。
public func isNaN<Number: FloatingPoint & BitwiseCopyable>(_ x: Span<Number>, into y: consuming MutableSpan<Bool>) {
  for i in x.indices {
    y[i] = x[i].isNaN
  }
}
