@testable import JSON

/// What the row reader makes of a line.
enum ReadRow: Equatable {
  case row([Float])
  case failure(RowError)

  init(_ line: [UInt8], columns: Int, isJSON: Bool) {
    var storage = [Float](repeating: .nan, count: columns)
    var values = storage.mutableSpan
    do throws(RowError) {
      if isJSON {
        try RowReader.readJSON(line.span, into: &values)
      } else {
        try RowReader.readCSV(line.span, into: &values)
      }
      self = .row(storage)
    } catch {
      self = .failure(error)
    }
  }

  /// Whether a row is another bit for bit, as negative zero equals zero; a failure is none.
  func agrees(with row: [Float]?) -> Bool {
    guard case .row(let read) = self else { return row == nil }
    return read.map(\.bitPattern) == row?.map(\.bitPattern)
  }
}
