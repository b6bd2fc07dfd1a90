// Inputs with the answers of ONNX Runtime, as models/reference.py writes them: one row is [features, scores, label, argmax].
struct VectorsFile: Equatable {
  // Far more than a model's proof needs, and little enough to be read at once.
  static let greatestSize = 16 << 20

  enum Number: Equatable {
    // Of float32 or float64, which a double holds.
    case float(Double)
    case integer(Int64)

    // To compare with others.
    var value: Double {
      switch self {
      case .float(let value): value
      case .integer(let value): Double(value)
      }
    }
  }

  struct Row: Equatable {
    var features: [Number]
    var scores: [Number]
    // The index into the file's classes; without classes the number that the graph's label says, -1 where it has none.
    var label: Int
    // The index of the first largest score.
    var largest: Int
  }

  // Of the model the answers are of.
  var sha256: String
  // The version of ONNX Runtime.
  var runtime: String
  // In the order of the probabilities.
  var classes: ClassTable
  var rows: [Row] = []

  init(parsing bytes: [UInt8]) throws(DamagedFile) {
    guard bytes.count <= Self.greatestSize else { throw Self.error("larger than \(Self.greatestSize >> 20) MiB") }
    let file = try JSONValue(parsing: bytes)
    guard case .string(let sha256)? = file["sha256"] else { throw Self.error("no 'sha256'") }
    guard case .string(let runtime)? = file["machine"]?["onnxruntime"], Self.isVersion(runtime) else {
      throw Self.error("no version of ONNX Runtime in 'machine'")
    }
    guard case .array(let classes)? = file["classes"], let table = ClassTable(classes) else {
      throw Self.error("'classes' are not integers or strings")
    }
    guard case .array(let rows)? = file["rows"], !rows.isEmpty else { throw Self.error("no 'rows'") }
    self.sha256 = sha256
    self.runtime = runtime
    self.classes = table
    for (number, row) in rows.enumerated() {
      self.rows.append(try Self.row(row, number, classes))
    }
  }

  private static func row(_ value: JSONValue, _ number: Int, _ classes: [JSONValue]) throws(DamagedFile) -> Row {
    guard case .array(let parts) = value, parts.count == 4 else {
      throw error("row \(number) is not [features, scores, label, argmax]")
    }
    let features = try numbers(parts[0], "row \(number), features")
    let scores = try numbers(parts[1], "row \(number), scores")
    guard let label = label(parts[2], classes) else { throw error("row \(number): its label is no class") }
    guard case .number(let text) = parts[3], let largest = Int(text), largest == firstLargest(scores) else {
      throw error("row \(number): the last element is not the position of its largest score")
    }
    return Row(features: features, scores: scores, label: label, largest: largest)
  }

  private static func label(_ value: JSONValue, _ classes: [JSONValue]) -> Int? {
    guard classes.isEmpty else { return classes.firstIndex(of: value) }
    return switch value {
    case .null: -1
    case .number(let text): Int(text)
    default: nil
    }
  }

  // Floats in the one way the writer has, which is exact: so no digit is dropped unseen; and integers.
  private static func numbers(_ value: JSONValue, _ place: String) throws(DamagedFile) -> [Number] {
    guard case .array(let elements) = value else { throw error("\(place): not a list") }
    var values: [Number] = []
    for element in elements {
      if case .string(let text) = element, let value = Double(text), hexadecimal(value) == text {
        values.append(.float(value))
      } else if case .number(let text) = element, let value = Int64(text) {
        values.append(.integer(value))
      } else {
        throw error("\(place): element \(values.count) is neither a hexadecimal float nor an integer")
      }
    }
    return values
  }

  private static func hexadecimal(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return SwiftLiteral.hexadecimal(value)
  }

  // A NaN counts as larger than any number.
  private static func firstLargest(_ scores: [Number]) -> Int? {
    let scores = scores.map(\.value)
    return scores.firstIndex { $0.isNaN } ?? scores.max().flatMap { scores.firstIndex(of: $0) }
  }

  // What is shown of the file at run time.
  private static func isVersion(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.wholeMatch(of: /[0-9A-Za-z.+-]+/) != nil
  }

  private static func error(_ reason: String) -> DamagedFile {
    DamagedFile(offset: 0, reason: reason)
  }
}

extension ClassTable {
  // From a JSON array of integers or of strings, nil for anything else.
  fileprivate init?(_ values: [JSONValue]) {
    var ints: [Int64] = []
    var strings: [String] = []
    for value in values {
      switch value {
      case .number(let text): if let int = Int64(text) { ints.append(int) }
      case .string(let text): strings.append(text)
      default: return nil
      }
    }
    if ints.count == values.count {
      self = .ints(ints)
    } else if strings.count == values.count {
      self = .strings(strings)
    } else {
      return nil
    }
  }
}
