import Bytes

@testable import JSON
@testable import ModelServer

// Lines are the same however their bytes arrive, and so are the answers to them; a row is read as a plain reader reads it.
func check(_ input: [UInt8]) {
  // The limit that all lines are within, and one within the reach of short inputs.
  let (wide, narrow) = (input.count, 24)
  for format in RowFormat.allCases { checkArrivals(of: input, ScoreOptions(format: format, onError: .skip), wide) }
  checkArrivals(of: input, ScoreOptions(onError: .skip), narrow)
  for case .line(let line, _) in ReferenceLine.lines(of: input, limit: wide) { checkRow(line) }
}

private func checkArrivals(of input: [UInt8], _ options: ScoreOptions, _ limit: Int) {
  let lines = ReferenceLine.lines(of: input, limit: limit)
  let whole = score([input[...]], options, limit: limit)
  precondition(whole.badRows == whole.messages.count { $0 == 0x0A }, "\(whole)")
  for pieces in [[input[...]], input.halves, input.pieces] {
    let found = cut(pieces, limit: limit)
    precondition(found == lines, "\(found) from pieces \(pieces.map(\.count)), expected \(lines)")
    let answers = score(pieces, options, limit: limit)
    // How much of an overlong line is told depends on how much of it was there.
    precondition(
      answers == whole || lines.contains(.overlong) && answers.isSame(as: whole),
      "\(answers) from pieces \(pieces.map(\.count)), \(whole) from the whole")
  }
}

private enum ReferenceLine: Equatable {
  case line([UInt8], ending: Int)
  case overlong

  static func lines(of input: [UInt8], limit: Int) -> [ReferenceLine] {
    var parts = input.split(separator: 0x0A, omittingEmptySubsequences: false)
    let last = parts.removeLast()
    let lines = parts.map { part -> ReferenceLine in
      if part.count > limit { return .overlong }
      return part.last == 0x0D ? .line(Array(part.dropLast()), ending: 2) : .line(Array(part), ending: 1)
    }
    if last.isEmpty { return lines }
    return lines + [last.count > limit ? .overlong : .line(Array(last), ending: 0)]
  }
}

// Feeds pieces to a cutter as the scorer does.
private func cut(_ pieces: [ArraySlice<UInt8>], limit: Int) -> [ReferenceLine] {
  var cutter = LineCutter(limit: limit)
  var buffer = ByteBuffer()
  var lines: [ReferenceLine] = []
  for (index, piece) in (pieces + [[]]).enumerated() {
    buffer.append(piece.span)
    var isPartial = false
    while !isPartial {
      switch cutter.cut(buffer.bytes, atEnd: index == pieces.count) {
      case .line(let length, let ending):
        lines.append(.line((0..<length).map { buffer.bytes[$0] }, ending: ending))
        buffer.consume(length + ending)
      case .overlong(let length, let isStart):
        precondition(length > 0, "no progress")
        if isStart { lines.append(.overlong) }
        buffer.consume(length)
      case .partial: isPartial = true
      }
    }
  }
  precondition(buffer.isEmpty, "\(buffer.count) bytes are left at the end")
  return lines
}

private struct Answers: Equatable {
  var output: [UInt8] = []
  var messages: [UInt8] = []
  var rows = 0
  var badRows = 0

  // But for what is told of bad rows.
  func isSame(as other: Answers) -> Bool {
    output == other.output && rows == other.rows && badRows == other.badRows
  }
}

private func score(_ pieces: [ArraySlice<UInt8>], _ options: ScoreOptions, limit: Int) -> Answers {
  var scorer = Scorer<SumAndQuotient>(options, lineLimit: limit)
  for piece in pieces {
    scorer.input.append(piece.span)
    precondition(scorer.advance(atEnd: false) == .needsInput)
  }
  precondition(scorer.advance(atEnd: true) == .needsInput)
  let (output, messages) = (scorer.output.bytes, scorer.messages.bytes)
  return Answers(
    output: output.indices.map { output[$0] }, messages: messages.indices.map { messages[$0] }, rows: scorer.rows,
    badRows: scorer.badRows)
}

private func checkRow(_ line: [UInt8]) {
  let isHeader = RowReader.isCSVHeader(line.span)
  for columns in 1...3 {
    let csv = ReadRow(line, columns: columns, isJSON: false)
    precondition(csv.agrees(with: ReferenceRow.csv(line, columns: columns)), "\(csv) of \(columns) columns")
    if case .row = csv { precondition(!isHeader && RowReader.csvFieldCount(line.span) == columns, "\(csv)") }
    if case .failure(let error) = csv { checkColumn(error, line) }
    let json = ReadRow(line, columns: columns, isJSON: true)
    precondition(json.agrees(with: ReferenceRow.json(line, columns: columns)), "\(json) of \(columns) columns")
    if let error = json.syntaxError {
      precondition((try? ReferenceJSON.parse(line)) == nil, "\(error)")
      checkPlace(error, in: line) { ReadRow($0, columns: columns, isJSON: true).syntaxError }
    }
  }
}

// The column that is named is the first bad one: those before it are numbers.
private func checkColumn(_ error: RowError, _ line: [UInt8]) {
  let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(ReferenceRow.number)
  switch error {
  case .empty(let column), .notNumber(let column), .unfit(_, let column), .quote(let column):
    precondition(fields.firstIndex(of: nil) == column, "\(error)")
  case .length(let count): precondition(count == RowReader.csvFieldCount(line.span), "\(error)")
  case .syntax, .noList: preconditionFailure("\(error) of comma-separated values")
  }
}

extension ReadRow {
  fileprivate var syntaxError: SyntaxError? {
    guard case .failure(.syntax(let reason, let offset)) = self else { return nil }
    return SyntaxError(reason: reason, offset: offset)
  }
}
