import Bytes
import Inference
import JSON

// What the self-test says, at the start of the server and when it is asked.
extension SelfTest {
  // Whether the model may be served. Where it may not, a line that says what differs is appended.
  static func passes(_ output: inout ByteBuffer) -> Bool {
    var test = SelfTest()
    guard let (row, difference) = test.firstDifference() else { return true }
    output.add("model-server: self-test: row ")
    output.add(Model.vectors.numbers[row])
    output.add(": ")
    test.write(difference, row: row, to: &output)
    output.add("; what differs from ONNX Runtime ")
    output.add(Model.vectors.runtime)
    output.add(" is not served\n")
    return false
  }

  // Appends all rows and a summary. False where one differs, or there is none.
  static func report(to output: inout ByteBuffer) -> Bool {
    let count = Model.vectors.count
    guard count > 0 else {
      output.add("no answers of ONNX Runtime are compiled in; a file ")
      output.add(Model.name)
      output.add(".vectors.json beside the model brings them with the next build\n")
      return false
    }
    var test = SelfTest()
    var equal = 0
    for row in 0..<count {
      test.compute(row: row)
      if test.difference(row: row) == nil { equal += 1 }
      test.write(row: row, to: &output)
    }
    output.add(equal)
    output.add(" of ")
    writeSource(to: &output)
    output.add(equal == count ? "'s answers equal, 0 ulp: " : "'s answers equal: ")
    output.add(Model.name)
    output.add(", sha256 ")
    output.add(Model.sha256)
    output.add("\n")
    return equal == count
  }

  // `8 rows of ONNX Runtime 1.31.1`
  static func writeSource(to output: inout ByteBuffer) {
    guard Model.vectors.count > 0 else { return output.add("none") }
    output.add(Model.vectors.count)
    output.add(" rows of ONNX Runtime ")
    output.add(Model.vectors.runtime)
  }

  // The row computed last: its number, features, scores and, if there is one, label, and whatever differs.
  private func write(row: Int, to output: inout ByteBuffer) {
    output.add("row ")
    output.add(Model.vectors.numbers[row])
    output.add(": ")
    Self.writeFeatures(of: row, quote: "", to: &output)
    output.add(" = ")
    Self.write(scores.span, quote: "", to: &output)
    if Model.hasLabelOutput {
      output.add(" ")
      append(class: label, to: &output)
    }
    output.add(difference(row: row) == nil ? " ok\n" : " DIFFERS\n")
    for index in 0..<Self.outputCount where differs(Self.output(index), row: row) {
      output.add("  ")
      write(Self.output(index), row: row, to: &output)
      output.add("\n")
    }
  }

  // `probabilities[1] is 0.25 (0x3e800000), expected 0.5 (0x3f000000)`
  func write(_ difference: Output, row: Int, to output: inout ByteBuffer) {
    switch difference {
    case .score(let index):
      output.add(Description<Model>.scores)
      output.add("[")
      output.add(index)
      output.add("] is ")
      output.addWithBits(scores[index], Model.scoreType(index))
      output.add(", expected ")
      output.addWithBits(expectedScore(index, row: row), Model.scoreType(index))
    case .largest:
      output.add("the largest of the ")
      output.add(Description<Model>.scores)
      output.add(" is number ")
      output.add(largest)
      output.add(", expected ")
      output.add(Model.vectors.largest[row])
    case .label:
      output.add("the label is ")
      append(class: label, to: &output)
      output.add(", expected ")
      append(class: Model.vectors.labels[row], to: &output)
    }
  }

  // A row's features as a list, with a quote around those that are not finite.
  static func writeFeatures(of row: Int, quote: StaticString, to output: inout ByteBuffer) {
    let features = Model.vectors.features.span.extracting(Model.features(of: row))
    output.add("[")
    for column in features.indices {
      if column > 0 { output.add(",") }
      output.add(features[column], Model.type(of: column), quote: quote)
    }
    output.add("]")
  }

  // A row's scores in the same way.
  static func write(_ scores: Span<Model.Score>, quote: StaticString, to output: inout ByteBuffer) {
    output.add("[")
    for index in scores.indices {
      if index > 0 { output.add(",") }
      output.add(scores[index], Model.scoreType(index), quote: quote)
    }
    output.add("]")
  }

  func append(class index: Int, to output: inout ByteBuffer) {
    if (0..<Model.classCount).contains(index) {
      output.add(Model.label(index))
    } else {
      output.add(index)
    }
  }
}

extension ByteBuffer {
  // A number, with a quote around one that is not finite.
  @inline(never)
  fileprivate mutating func add<Element: RowElement>(_ value: Element, _ type: NumberType, quote: StaticString) {
    let number = value.number(of: type)
    if number.isFinite { return JSONNumber.write(value, of: type, to: &self) }
    add(quote)
    add(number.isNaN ? "nan" : number < 0 ? "-inf" : "inf")
    add(quote)
  }

  @inline(never)
  fileprivate mutating func addWithBits<Element: RowElement>(_ value: Element, _ type: NumberType) {
    add(value, type, quote: "")
    add(" (0x")
    for shift in stride(from: type.size * 8 - 4, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: value.bits >> UInt64(shift) & 0xF)
      append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + (digit - 10))
    }
    add(")")
  }
}
