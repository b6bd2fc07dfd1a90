// The classes of a classifier, in order.
enum ClassTable: Equatable {
  case ints([Int64])
  case strings([String])

  var count: Int {
    switch self {
    case .ints(let values): values.count
    case .strings(let values): values.count
    }
  }

  var texts: [String] {
    switch self {
    case .ints(let values): values.map { String($0) }
    case .strings(let values): values
    }
  }

  // Integers ascending, strings by their bytes: the order in which a map's keys are iterated.
  var sorted: ClassTable {
    switch self {
    case .ints(let values): .ints(values.sorted())
    case .strings(let values): .strings(values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  // The same classes, each at its position in a table of as many.
  func moved(to positions: [Int]) -> ClassTable {
    switch self {
    case .ints(let values): .ints(Self.moved(values, to: positions))
    case .strings(let values): .strings(Self.moved(values, to: positions))
    }
  }

  private static func moved<Element>(_ values: [Element], to positions: [Int]) -> [Element] {
    zip(positions, values).sorted { $0.0 < $1.0 }.map { $0.1 }
  }

  // Where each class of this table stands in another one, nil unless both hold the same classes.
  func positions(in other: ClassTable) -> [Int]? {
    switch (self, other) {
    case (.ints, .ints), (.strings, .strings):
      let positions = texts.compactMap { other.texts.firstIndex(of: $0) }
      return positions.count == count && count == other.count ? positions : nil
    default: return nil
    }
  }
}
