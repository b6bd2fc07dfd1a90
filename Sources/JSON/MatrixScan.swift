import Inference

extension JSONReader {
  /// Moves over a whole body and returns the last value of `data`, nil if there is none.
  mutating func body<Element: RowElement>(columns: Int, types: StaticString, into values: inout MutableSpan<Element>)
    throws(SyntaxError) -> Matrix?
  {
    var matrix: Matrix?
    skipWhitespace()
    if position == bytes.count { return nil }
    if byte == UInt8(ascii: "{") {
      matrix = try members(columns: columns, types: types, into: &values)
    } else {
      try skipValue(depth: 0)
      matrix = Matrix(contentError: .wrongType(.body))
    }
    skipWhitespace()
    guard position == bytes.count else { throw failure(.expectedEnd) }
    return matrix
  }

  private mutating func members<Element: RowElement>(
    columns: Int, types: StaticString, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) -> Matrix? {
    var matrix: Matrix?
    var isFirst = true
    while let key = try nextKey(&isFirst) {
      if text(at: key, equals: "data") {
        matrix = try matrixValue(columns: columns, types: types, into: &values)
      } else {
        try skipValue(depth: 1)
      }
    }
    return matrix
  }

  // The value of `data`: a list of rows, or anything else.
  private mutating func matrixValue<Element: RowElement>(
    columns: Int, types: StaticString, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) -> Matrix {
    var matrix = Matrix()
    guard byte == UInt8(ascii: "[") else {
      try skipValue(depth: 1)
      matrix.contentError = .wrongType(.data)
      return matrix
    }
    position += 1
    skipWhitespace()
    if byte == UInt8(ascii: "]") {
      position += 1
      matrix.shapeError = .noRows
      return matrix
    }
    while true {
      try row(of: &matrix, columns: columns, types: types, into: &values)
      skipWhitespace()
      switch byte {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return matrix
      default: throw failure(.expectedCommaOrBracket)
      }
      skipWhitespace()
    }
  }

  // A value in `data`: a row of numbers, or anything else.
  @inline(__always)
  private mutating func row<Element: RowElement>(
    of matrix: inout Matrix, columns: Int, types: StaticString, into values: inout MutableSpan<Element>
  ) throws(SyntaxError) {
    let row = matrix.rows
    matrix.rows += 1
    guard byte == UInt8(ascii: "[") else {
      try skipValue(depth: 2)
      matrix.contentError = matrix.contentError ?? .wrongType(.row(row))
      return
    }
    position += 1
    let start = matrix.count
    var column = 0
    skipWhitespace()
    if byte != UInt8(ascii: "]") {
      while true {
        if isAtDigit || byte == UInt8(ascii: "-") {
          let type = Element.type(of: column, in: types)
          if let value: Element = feature(try decimal(), type) {
            values[start + column] = value
          } else {
            matrix.contentError = matrix.contentError ?? .unfit(type, row: row, column: column)
          }
        } else if let value: Element = try truth(Element.type(of: column, in: types)) {
          values[start + column] = value
        } else {
          try skipValue(depth: 3)
          matrix.contentError = matrix.contentError ?? .wrongType(.element(row: row, column: column))
        }
        column += 1
        skipWhitespace()
        if byte == UInt8(ascii: ",") {
          position += 1
          skipWhitespace()
        } else if byte == UInt8(ascii: "]") {
          break
        } else {
          throw failure(.expectedCommaOrBracket)
        }
      }
    }
    position += 1
    matrix.count = start + column
    if column != columns {
      matrix.shapeError = matrix.shapeError ?? .rowLength(row: row, count: column)
    }
  }
}
