// One typical row, from the model's `metadata_props` entry `data_sample`; zeros where there is none.
struct Sample: Equatable {
  static let key = "data_sample"

  let values: [Double]

  // A JSON matrix of one row; a double's shortest text is the one JSON readers round back to it.
  var json: String {
    "[[\(values.map { "\($0)" }.joined(separator: ","))]]"
  }

  init(_ metadata: [MetadataProto], featureCount: Int) throws(UnsupportedModel) {
    guard let entry = metadata.last(where: { $0.key == Self.key }) else {
      values = Array(repeating: 0, count: featureCount)
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
    guard elements.count == featureCount else {
      throw Self.error("has \(elements.count) features, the model takes \(featureCount)")
    }
    var values: [Double] = []
    for element in elements {
      guard case .number(let text) = element, let value = Double(text), Float(value).isFinite else {
        throw Self.error("element \(values.count) is not a number of float32")
      }
      values.append(value)
    }
    self.values = values
  }

  private static func error(_ reason: String) -> UnsupportedModel {
    UnsupportedModel("metadata '\(key)': \(reason)")
  }
}
