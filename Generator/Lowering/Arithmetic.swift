// Arithmetic of constants, as the kernels do it: floats are rounded once, integers wrap around.
enum Arithmetic {
  case add
  case subtract
  case multiply
  case divide

  // The results for pairs of places; nil of types or values that no kernel takes.
  func of(_ a: TensorElements, _ b: TensorElements, at places: [(Int, Int)]) -> TensorElements? {
    switch (a, b) {
    case (.floats(let a), .floats(let b)): .floats(places.map { number(a[$0], b[$1]) })
    case (.doubles(let a), .doubles(let b)): .doubles(places.map { number(a[$0], b[$1]) })
    case (.int64s(let a), .int64s(let b)): integers(a, b, places).map { .int64s($0) }
    case (.int32s(let a), .int32s(let b)): integers(a, b, places).map { .int32s($0) }
    default: nil
    }
  }

  private func number<Number: FloatingPoint>(_ a: Number, _ b: Number) -> Number {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    }
  }

  private func integers<Integer: FixedWidthInteger>(
    _ a: [Integer], _ b: [Integer], _ places: [(Int, Int)]
  ) -> [Integer]? {
    var results: [Integer] = []
    for place in places {
      let (a, b) = (a[place.0], b[place.1])
      switch self {
      case .add: results.append(a &+ b)
      case .subtract: results.append(a &- b)
      case .multiply: results.append(a &* b)
      case .divide:
        guard b != 0 else { return nil }
        results.append(a.dividedReportingOverflow(by: b).partialValue)
      }
    }
    return results
  }
}
