import Bytes
import Inference
import JSON

// What `selftest --json` prints.
extension SelfTest {
  // One object on one line: the rows with what the model computed for them, and whether all are the reference's. Numbers that
  // are not finite are strings. False where a row differs, or there is none.
  static func reportJSON(to output: inout ByteBuffer) -> Bool {
    let count = Model.vectors.count
    output.add("{")
    output.append(key: "name", text: Model.name)
    output.append(key: "sha256", text: Model.sha256)
    if count > 0 { output.append(key: "runtime", text: Model.vectors.runtime) }
    output.append(key: "rows", json: "[")
    var test = SelfTest()
    var equal = 0
    for row in 0..<count {
      test.compute(row: row)
      if test.difference(row: row) == nil { equal += 1 }
      output.add(row == 0 ? "{" : ",{")
      test.writeJSON(row: row, to: &output)
      output.add("}")
    }
    output.add("]")
    output.append(key: "equal_rows", number: equal)
    let passes = count > 0 && equal == count
    output.append(key: "equal", json: passes ? "true" : "false")
    output.add("}\n")
    return passes
  }

  // The members of the row computed last.
  private func writeJSON(row: Int, to output: inout ByteBuffer) {
    output.append(key: "row", number: Model.vectors.numbers[row])
    output.append(key: "features", json: "")
    Self.writeFeatures(of: row, quote: "\"", to: &output)
    output.append(key: "scores", json: "")
    Self.write(scores.span, quote: "\"", to: &output)
    if Model.classCount > 0 {
      output.append(key: "label", json: "")
      append(class: label, to: &output)
    }
    output.append(key: "differences", json: "[")
    var isFirst = true
    for index in 0..<Self.outputCount where differs(Self.output(index), row: row) {
      if !isFirst { output.add(",") }
      isFirst = false
      var text = ByteBuffer()
      write(Self.output(index), row: row, to: &text)
      JSONString.write(text.bytes, to: &output)
    }
    output.add("]")
  }
}
