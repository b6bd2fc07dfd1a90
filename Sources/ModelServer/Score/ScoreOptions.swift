// What the flags of `score` say; the names of the cases are the choices of CommandFlag, in their order.
struct ScoreOptions {
  var format = RowFormat.auto
  var header = HeaderLine.auto
  var onError = BadRowPolicy.fail
}

// The form of the lines.
enum RowFormat: UInt8, CaseIterable {
  // By the first byte that is no white space: `[` and `{` begin JSON.
  case auto
  case csv, jsonl
}

// Whether the first line of CSV names the columns.
enum HeaderLine: UInt8, CaseIterable {
  // It does where no field of it is a number.
  case auto
  case yes, no
}

// What becomes of a row that cannot be scored, once it is reported.
enum BadRowPolicy: UInt8, CaseIterable {
  // It is the last.
  case fail
  // The others are scored.
  case skip
}
