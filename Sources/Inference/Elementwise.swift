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

/// The Sign operator on integers of 64 bits: of two side by side, 2^31 up to 2^32 - 1 are negative.
/// 64 ビット整数の Sign オペレーター。2 要素ずつの計算では 2^31 から 2^32 - 1 が負とみなされる。
public func sign(_ x: Span<Int64>, into y: consuming MutableSpan<Int64>) {
  let paired = x.count & ~1
  for i in x.indices {
    y[i] = i < paired && x[i] >> 31 == 1 ? -1 : x[i].signum()
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
public func rectify<Number: SignedNumeric & Comparable & BitwiseCopyable>(
  _ x: Span<Number>, into y: consuming MutableSpan<Number>
) {
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
