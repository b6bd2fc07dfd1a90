// What ONNX Runtime's own vector routines compute for the hyperbolic tangent and the logistic function: quotients of two
// polynomials in single precision, fused, the same in every lane whatever its neighbours.

/// The Tanh operator, and the kernel `SIGMOID` from the products `gamma * <x, v> + coef0`.
/// Tanh オペレーター、および積から求める `SIGMOID` カーネル。
public func hyperbolicTangent(_ values: consuming MutableSpan<Float>) {
  for i in values.indices {
    values[i] = hyperbolicTangent(values[i])
  }
}

// The same of one number.
func hyperbolicTangent(_ value: Float) -> Float {
  let x = clamped(value, to: 9)
  let x2 = x * x
  let p = horner(
    x2,
    [
      -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05,
      6.37261928875436e-04, 4.89352455891786e-03,
    ])
  let q = horner(x2, [1.19825839466702e-06, 1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03])
  return x * p / q
}

/// The Sigmoid operator, and the post transformation `LOGISTIC` of a row of scores.
/// Sigmoid オペレーター、およびスコアの行に対する後処理 `LOGISTIC`。
public func logistic(_ values: consuming MutableSpan<Float>) {
  for i in values.indices {
    let x = clamped(values[i], to: 18)
    let x2 = x * x
    let p = horner(
      x2,
      [
        4.37031012579801e-11, 1.15627324459942e-07, 6.08574864600143e-05, 8.51377133304701e-03, 2.48287947061529e-01,
      ])
    let q = horner(
      x2,
      [
        6.10247389755681e-13, 5.76102136993427e-09, 6.29106785017040e-06, 1.70198817374094e-03, 1.16817656904453e-01,
        9.93151921023180e-01,
      ])
    let y = x * p / q + 0.5
    values[i] = y < 0 ? 0 : y > 1 ? 1 : y
  }
}

private func clamped(_ x: Float, to bound: Float) -> Float {
  x < -bound ? -bound : x > bound ? bound : x
}

// Coefficients from the highest power down.
func horner<let n: Int>(_ x: Float, _ coefficients: InlineArray<n, Float>) -> Float {
  var sum = coefficients[0]
  for i in 1..<n {
    sum = coefficients[i].addingProduct(sum, x)
  }
  return sum
}
