// A constant matrix in row-major order, and the layouts kernels read it in.
struct Matrix {
  var rows: Int
  var columns: Int
  var values: [Float]

  var transposed: Matrix {
    Matrix(rows: columns, columns: rows, values: (0..<columns).flatMap { c in (0..<rows).map { self[$0, c] } })
  }

  var blockedRows: Int { Self.roundedUp(rows, 8) }

  // Shape [blocks, columns, 8]: eight rows side by side, the last block padded with zeros.
  var inBlocks: [Float] { inBlocks(startingAt: 8) }

  // Blocks of so many rows while there are as many, then blocks of eight.
  func inBlocks(startingAt width: Int) -> [Float] {
    var values: [Float] = []
    var first = 0
    while first < rows {
      let width = rows - first >= width ? width : 8
      for column in 0..<columns {
        for row in first..<first + width { values.append(row < rows ? self[row, column] : 0) }
      }
      first += width
    }
    return values
  }

  // Shape [rows, columns rounded up to a multiple of 8].
  var withPaddedRows: [Float] {
    (0..<rows).flatMap { row in
      (0..<Self.roundedUp(columns, 8)).map { $0 < columns ? self[row, $0] : 0 }
    }
  }

  // Shape [columns, rows rounded up to an even number].
  var transposedInPairs: [Float] {
    (0..<columns).flatMap { column in
      (0..<Self.roundedUp(rows, 2)).map { $0 < rows ? self[$0, column] : 0 }
    }
  }

  private subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

  static func roundedUp(_ count: Int, _ multiple: Int) -> Int {
    (count + multiple - 1) / multiple * multiple
  }
}
