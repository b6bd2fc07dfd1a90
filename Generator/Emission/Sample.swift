// One typical row, from the model's `metadata_props` entry `data_sample`; zeros where there is none.
struct Sample: Equatable {
  static let key = "data_sample"

  let values: [RowValue]
  private let texts: [String]

  // A JSON matrix of one row.
  var json: String { "[[\(texts.joined(separator: ","))]]" }

  init(_ metadata: [MetadataProto], types: [ElementType]) throws(UnsupportedModel) {
    guard let entry = metadata.last(where: { $0.key == Self.key }) else {
      let zeros = types.compactMap { RowValue(decimal: "0", of: $0) }
      values = zeros
      texts = zip(zeros, types).map { Self.text("0", $1) }
      return
    }
    let json: JSONValue
    do throws(DamagedFile) {
      json = try JSONValue(parsing: Array(entry.value.utf8))
    } catch {
      throw Self.error("\(error.reason) at byte \(error.offset)")
    }
    guard case .array(let rows) = json, rows.count == 1, case .array(let elements) = rows[0] else {
      throw Self.error("expected a matrix of one row, [[...]]")
    }
    guard elements.count == types.count else {
      throw Self.error("has \(elements.count) features, the model takes \(types.count)")
    }
    var values: [RowValue] = []
    var texts: [String] = []
    for (element, type) in zip(elements, types) {
      guard case .number(let text) = element, let value = RowValue(decimal: text, of: type) else {
        throw Self.error("element \(values.count) is not a number of \(type.onnxName)")
      }
      values.append(value)
      texts.append(Self.text(text, type))
    }
    self.values = values
    self.texts = texts
  }

  // An integer as it is; of another number the text of the double, the shortest that JSON readers round back to it.
  private static func text(_ text: String, _ type: ElementType) -> String {
    if case .integer(let value) = RowValue(decimal: text, of: type) { return "\(value)" }
    return Double(text).map { "\($0)" } ?? text
  }

  private static func error(_ reason: String) -> UnsupportedModel {
    UnsupportedModel("metadata '\(key)': \(reason)")
  }
}
