// The texts served for the classes of a model, from a JSON object: `{"0": "setosa", "1": "versicolor"}`.
struct LabelFile: Equatable {
  private var texts: [(key: String, text: String)] = []

  init(parsing bytes: [UInt8]) throws(DamagedFile) {
    guard case .object(let members) = try JSONValue(parsing: bytes) else {
      throw DamagedFile(offset: 0, reason: "expected an object of labels")
    }
    for member in members {
      guard case .string(let text) = member.value else {
        throw DamagedFile(offset: 0, reason: "the label of \(quoted(member.key)) is not a string")
      }
      texts.append((member.key, text))
    }
  }

  static func == (a: LabelFile, b: LabelFile) -> Bool {
    a.texts.elementsEqual(b.texts) { $0 == $1 }
  }

  // One label a class, in the order of the classes. Integer classes are keyed by their number; string classes by themselves,
  // or by their position with themselves as the label.
  func labels(of classes: ClassTable) throws(UnfitFile) -> [Label] {
    var keys = classes.texts
    if case .strings(let names) = classes, Set(texts.map(\.key)) != Set(names) {
      let positions = names.indices.map { String($0) }
      if Set(texts.map(\.key)) == Set(positions) { keys = positions }
    }
    let missing = keys.filter { key in !texts.contains { $0.key == key } }
    let extra = texts.map(\.key).filter { !keys.contains($0) }
    guard missing.isEmpty, extra.isEmpty else {
      let parts = [("no label for class", missing), ("a label for unknown class", extra)].filter { !$0.1.isEmpty }
      throw UnfitFile(
        parts.map { "\($0.0) \($0.1.map(quoted).joined(separator: ", "))" }.joined(separator: "; "))
    }

    var labels: [Label] = []
    for (key, className) in zip(keys, classes.texts) {
      let text = texts.first { $0.key == key }?.text ?? ""
      if key != className, text != className {
        throw UnfitFile("label \(quoted(key)) is \(quoted(text)), the model's class is \(quoted(className))")
      }
      if let other = labels.first(where: { $0.text == text }) {
        throw UnfitFile("classes \(quoted(other.key)) and \(quoted(key)) have the same label \(quoted(text))")
      }
      labels.append(Label(key: key, text: text))
    }
    return labels
  }

  struct Label: Equatable {
    var key: String
    var text: String
  }
}
