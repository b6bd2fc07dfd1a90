import CLinux

/// A number with the functions that the C library has for it.
/// C ライブラリーの関数を持つ数。
public protocol LibraryNumber: FloatingPoint & BitwiseCopyable {
  /// e to its power.
  /// 指数関数の値。
  var exponential: Self { get }

  /// Its natural logarithm.
  /// 自然対数。
  var logarithm: Self { get }
}

extension Float: LibraryNumber {
  /// e to its power.
  /// 指数関数の値。
  public var exponential: Float { Inference.exponential(self) }

  /// Its natural logarithm.
  /// 自然対数。
  public var logarithm: Float { logf(self) }
}

extension Double: LibraryNumber {
  /// e to its power.
  /// 指数関数の値。
  public var exponential: Double { exp(self) }

  /// Its natural logarithm.
  /// 自然対数。
  public var logarithm: Double { log(self) }
}

/// The ReduceLogSumExp operator, one element after the other.
/// ReduceLogSumExp オペレーター（一要素ずつ）。
///
/// - Parameters:
///   - x: Shape [blocks, count, columns].
///   - y: Shape [blocks, columns].
public func logSumExp<Number: LibraryNumber>(
  _ x: Span<Number>, count: Int, columns: Int, into y: consuming MutableSpan<Number>
) {
  for block in 0..<y.count / columns {
    for column in 0..<columns {
      let first = block * count * columns + column
      // Not always the greatest: nothing below 0 is where the first is infinite.
      var greatest = x[first].isInfinite ? 0 : x[first]
      for k in 0..<count {
        let value = x[first + k * columns]
        if value.isFinite, !(value < greatest) { greatest = value }
      }
      var sum: Number = 0
      for k in 0..<count { sum += (x[first + k * columns] - greatest).exponential }
      y[block * columns + column] = sum.logarithm + greatest
    }
  }
}

/// The ReduceLogSumExp operator of all elements; the greatest is found as `greatestInPackets` does.
/// 全要素の ReduceLogSumExp オペレーター（最大値は `greatestInPackets` と同じく求める）。
///
/// - Parameters:
///   - x: Shape [1, count].
///   - y: Shape [1].
public func logSumExpInPackets<Number: LibraryNumber>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0
  } _: {
    $1 > $0 ? $1 : $0
  }
  let greatest = y[0]
  guard !greatest.isInfinite else { return }
  var sum: Number = 0
  for i in 0..<count { sum += (x[i] - greatest).exponential }
  y[0] = sum.logarithm + greatest
}
