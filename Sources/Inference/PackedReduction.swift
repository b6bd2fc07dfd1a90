// Reductions of rows as ONNX Runtime's vector library has them: x has the shape [rows, count], y the shape [rows].
//
// Two vectors of 16 bytes run along a row in turn, from its first aligned element on. They are joined, what is left over of
// two vectors to them, then the lanes, and at last one by one the elements before the first aligned one and those behind the
// last whole vector. The first row is aligned, so the number of a row says where its vectors begin.

/// The ReduceSum operator of rows.
/// 行ごとの ReduceSum オペレーター。
public func sumsInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0
  } _: {
    $0 + $1
  }
}

/// The ReduceSumSquare operator of rows.
/// 行ごとの ReduceSumSquare オペレーター。
public func sumsOfSquaresInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0 * $0
  } _: {
    $0 + $1
  }
}

/// The ReduceL2 operator of rows.
/// 行ごとの ReduceL2 オペレーター。
public func lengthsInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0 * $0
  } _: {
    $0 + $1
  }
  for i in y.indices { y[i] = y[i].squareRoot() }
}

/// The ReduceL1 operator of rows.
/// 行ごとの ReduceL1 オペレーター。
public func sumsOfMagnitudesInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0.magnitude
  } _: {
    $0 + $1
  }
}

/// The ReduceProd operator of rows.
/// 行ごとの ReduceProd オペレーター。
public func productsInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0
  } _: {
    $0 * $1
  }
}

/// The ReduceMax operator of rows.
/// 行ごとの ReduceMax オペレーター。
public func greatestInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0
  } _: {
    $1 > $0 ? $1 : $0
  }
}

/// The ReduceMin operator of rows.
/// 行ごとの ReduceMin オペレーター。
public func leastInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, count: Int, into y: consuming MutableSpan<Number>
) {
  reduceInPackets(x, count, &y) {
    $0
  } _: {
    $1 < $0 ? $1 : $0
  }
}

@inline(__always)
func reduceInPackets<Number: FloatingPoint & BitwiseCopyable>(
  _ x: Span<Number>, _ count: Int, _ y: inout MutableSpan<Number>, _ element: (Number) -> Number,
  _ join: (Number, Number) -> Number
) {
  // Four of single precision, two of double.
  let lanes = 16 / MemoryLayout<Number>.size
  for row in y.indices {
    let first = row * count
    let head = min(count, (lanes - first % lanes) % lanes)
    y[row] = joinedInPackets(count, lanes: lanes, head: head, zero: 0, { element(x[first + $0]) }, join, last: join)
  }
}

// Elements joined in that order, of which `head` are before the first aligned one. Lanes are joined to each other, and to
// single elements, as `last` says.
@inline(__always)
func joinedInPackets<Element: BitwiseCopyable>(
  _ count: Int, lanes: Int, head: Int, zero: Element, _ element: (Int) -> Element,
  _ join: (Element, Element) -> Element, last: (Element, Element) -> Element
) -> Element {
  let whole = (count - head) / lanes * lanes
  guard whole > 0 else {
    var result = element(0)
    for i in 1..<count { result = last(result, element(i)) }
    return result
  }
  let pairs = whole / (2 * lanes) * (2 * lanes)
  var sums = InlineArray<4, Element>(repeating: zero)
  for lane in 0..<lanes { sums[lane] = element(head + lane) }
  if pairs > 0 {
    var others = InlineArray<4, Element>(repeating: zero)
    for lane in 0..<lanes { others[lane] = element(head + lanes + lane) }
    for i in stride(from: head + 2 * lanes, to: head + pairs, by: 2 * lanes) {
      for lane in 0..<lanes {
        sums[lane] = join(sums[lane], element(i + lane))
        others[lane] = join(others[lane], element(i + lanes + lane))
      }
    }
    for lane in 0..<lanes { sums[lane] = join(sums[lane], others[lane]) }
    if whole > pairs {
      for lane in 0..<lanes { sums[lane] = join(sums[lane], element(head + pairs + lane)) }
    }
  }
  if lanes == 4 {
    for lane in 0..<2 { sums[lane] = last(sums[lane], sums[lane + 2]) }
  }
  var result = last(sums[0], sums[1])
  for i in 0..<head { result = last(result, element(i)) }
  for i in head + whole..<count { result = last(result, element(i)) }
  return result
}
