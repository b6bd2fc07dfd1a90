// The Cast operator between numbers, as ONNX Runtime converts on x86-64. Every function takes and fills [elements].

/// Converts between floating-point types, rounding to the nearest.
/// 浮動小数点型どうしを最近接丸めで変換する。
public func cast<Source: BinaryFloatingPoint, Target: BinaryFloatingPoint>(
  _ x: Span<Source>, into y: consuming MutableSpan<Target>
) {
  for i in x.indices {
    y[i] = Target(x[i])
  }
}

/// Converts to integers, towards zero; what fits none (NaN too) becomes the least integer, as the processor has it.
/// 0 方向への丸めで整数へ変換する。表せない値（NaN を含む）は、プロセッサーの動作と同じく最小の整数になる。
public func cast<Source: BinaryFloatingPoint, Target: FixedWidthInteger>(
  _ x: Span<Source>, into y: consuming MutableSpan<Target>
) {
  for i in x.indices {
    y[i] = truncated(Double(x[i]))
  }
}

// The integer towards zero, the least one for what fits none. Those of fewer bits are the low ones of 32; one without a sign,
// of 64, is that of what exceeds half of its range.
@inline(__always)
func truncated<Target: FixedWidthInteger>(_ value: Double) -> Target {
  if Target.bitWidth < 32 { return Target(truncatingIfNeeded: truncated(value) as Int32) }
  if !Target.isSigned {
    let half = 0x1p63
    let rest: Int64 = truncated(value >= half ? value - half : value)
    return Target(truncatingIfNeeded: value >= half ? rest ^ .min : rest)
  }
  // One below the least integer is the least itself where a double cannot tell the two apart.
  let least = Double(Target.min)
  return value > least - 1 && value < -least ? Target(value) : .min
}

/// Converts integers to floating point, rounding to the nearest.
/// 整数を最近接丸めで浮動小数点数へ変換する。
public func cast<Source: FixedWidthInteger, Target: BinaryFloatingPoint>(
  _ x: Span<Source>, into y: consuming MutableSpan<Target>
) {
  for i in x.indices {
    y[i] = Target(x[i])
  }
}

/// Converts between integer types, keeping the low bits.
/// 整数型どうしを、下位ビットを残して変換する。
public func cast<Source: FixedWidthInteger, Target: FixedWidthInteger>(
  _ x: Span<Source>, into y: consuming MutableSpan<Target>
) {
  for i in x.indices {
    y[i] = Target(truncatingIfNeeded: x[i])
  }
}

/// Converts numbers to truth values: everything but zero is true, NaN too.
/// 数を真偽値へ変換する。0 以外（NaN を含む）はすべて真になる。
public func cast<Source: Numeric>(_ x: Span<Source>, into y: consuming MutableSpan<Bool>) {
  for i in x.indices {
    y[i] = x[i] != 0
  }
}

/// Converts truth values to 1 and 0.
/// 真偽値を 1 と 0 へ変換する。
public func cast<Target: Numeric>(_ x: Span<Bool>, into y: consuming MutableSpan<Target>) {
  for i in x.indices {
    y[i] = x[i] ? 1 : 0
  }
}
