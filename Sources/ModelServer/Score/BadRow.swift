import Bytes
import JSON

// Why there is no prediction for a line.
enum BadRow {
  case unreadable(RowError)
  // The model's answer has a score that is infinite or none.
  case notFinite
  case overlong(limit: Int)
  // A header that names this many columns.
  case header(Int)

  // How much of a line is shown.
  private static var shownBytes: Int { 200 }

  // `model-server: line 7: value 3 is not a number: "5.1,3.5,abc,0.2"`. The line is shown as a JSON string: whatever it
  // holds, it controls no terminal.
  @inline(never)
  func write(line: Int, _ bytes: Span<UInt8>, columns: Int, to output: inout ByteBuffer) {
    output.add("model-server: line ")
    output.add(line)
    output.add(": ")
    switch self {
    case .unreadable(let error): error.writeReason(columns: columns, to: &output)
    case .notFinite: output.add("the prediction is not finite")
    case .overlong(let limit):
      output.add("longer than ")
      output.add(limit)
      output.add(" bytes")
    case .header(let count):
      output.add("a header of ")
      output.add(count)
      output.add(count == 1 ? " name, the model takes " : " names, the model takes ")
      output.add(columns)
      output.add(columns == 1 ? " value" : " values")
    }
    output.add(": ")
    JSONString.write(bytes.extracting(0..<min(bytes.count, Self.shownBytes)), to: &output)
    output.add(bytes.count > Self.shownBytes ? "...\n" : "\n")
  }
}
