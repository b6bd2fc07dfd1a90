// The rows of a vectors file that are compiled in, with their numbers in the file.
struct SelfTestRows: Equatable {
  // Enough to meet every class and every kernel; few enough to cost microseconds and a fraction of the model's size.
  static let greatestCount = 8
  // Of features and scores together, for the compiler's sake.
  static let greatestElementCount = 4096

  var runtime = ""
  var numbers: [Int] = []
  var rows: [Row] = []

  struct Row: Equatable {
    var features: [RowValue]
    var scores: [RowValue]
    var label: Int
    var largest: Int
  }

  // None: the model is not proven at run time.
  init() {}

  init(_ file: VectorsFile, of program: Program, sha256: String) throws(UnfitFile) {
    guard file.sha256 == sha256 else {
      throw UnfitFile(
        "the vectors are of another model: its SHA-256 is \(quoted(file.sha256)), that of the model to compile "
          + "\(quoted(sha256)); make new ones with models/vectors.py --model, or remove the file")
    }
    guard program.classes ?? .ints([]) == file.classes else {
      throw UnfitFile("the classes are not those of the model")
    }
    var rows: [Row] = []
    for (number, row) in file.rows.enumerated() {
      for (part, count, expected) in [
        ("features", row.features.count, program.featureCount), ("scores", row.scores.count, program.scoreCount),
      ] where count != expected {
        throw UnfitFile("row \(number) has \(count) \(part), the model \(expected)")
      }
      rows.append(
        Row(
          features: try Self.values(row.features, program.featureTypes, "row \(number), feature"),
          scores: try Self.values(row.scores, program.scoreTypes, "row \(number), score"), label: row.label,
          largest: row.largest))
    }
    runtime = file.runtime
    numbers = Self.choice(
      of: file.rows.map(\.label), atMost: Self.greatestElementCount / (program.featureCount + program.scoreCount))
    self.rows = numbers.map { rows[$0] }
  }

  private static func values(
    _ numbers: [VectorsFile.Number], _ types: [ElementType], _ place: String
  ) throws(UnfitFile) -> [RowValue] {
    var values: [RowValue] = []
    for (number, type) in zip(numbers, types) {
      let value =
        switch number {
        case .float(let value): RowValue(exactly: value, of: type)
        case .integer(let value): RowValue(value, of: type)
        }
      guard let value else { throw UnfitFile("\(place) \(values.count) is not of type \(type.onnxName)") }
      values.append(value)
    }
    return values
  }

  // The first row of each label, then rows spread evenly over the others; in the order of the file.
  static func choice(of labels: [Int], atMost limit: Int) -> [Int] {
    let count = min(max(1, limit), greatestCount, labels.count)
    let firsts = Set(labels).sorted().compactMap { labels.firstIndex(of: $0) }.prefix(count)
    let others = labels.indices.filter { !firsts.contains($0) }
    let open = count - firsts.count
    return (firsts + (0..<open).map { others[(2 * $0 + 1) * others.count / (2 * open)] }).sorted()
  }
}
