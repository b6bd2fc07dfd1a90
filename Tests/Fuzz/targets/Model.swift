import Generator

// Any bytes are a model or are refused, and what is written for a model is the same every time. Behind the last byte 0xFF,
// which no UTF-8 has, is the file of labels.
func check(_ input: [UInt8]) {
  let separator = input.lastIndex(of: 0xFF)
  let model = SourceFile(path: "models/model.onnx", bytes: Array(input[..<(separator ?? input.count)]))
  let labels = separator.map { SourceFile(path: "models/label.json", bytes: Array(input[($0 + 1)...])) }
  do throws(Diagnostic) {
    let source = try generateSource(model: model, labels: labels, vectors: nil, typeName: "Generated")
    let again = try generateSource(model: model, labels: labels, vectors: nil, typeName: "Generated")
    precondition(again == source, "not the same text again")
    checkText(source.text)
  } catch {
    precondition([model.path, labels?.path].contains(error.file), error.description)
    precondition(error.line >= 1 && error.column >= 1, error.description)
    precondition(error.message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, error.message)
  }
}

// Nothing that a model or label says leaves the comment or the literal it stands in.
private func checkText(_ text: String) {
  let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0)! }
  precondition(lines[..<8].allSatisfy { $0.hasPrefix("//") } && lines[8] == "import Inference", text)
  var isInText = false
  for line in lines[8...] {
    precondition(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, line)
    var unescaped = [#"\\"#, #"\""#, #"\u{"#, #"\0"#].reduce(line) { $0.replacing($1, with: "") }
    if isInText {
      // To its end a text goes on line by line, each but the last with a backslash before its end.
      isInText = !line.hasPrefix("\"\"\"")
      if !isInText { unescaped.removeFirst(3) } else if unescaped.hasSuffix("\\") { unescaped.removeLast() }
      precondition(!unescaped.contains("\\") && !unescaped.contains("\""), line)
      continue
    }
    if unescaped.hasSuffix("\"\"\"") {
      isInText = true
      unescaped.removeLast(3)
    }
    precondition(!unescaped.contains("\\") && unescaped.count { $0 == "\"" }.isMultiple(of: 2), line)
  }
  precondition(!isInText, "a text without an end")
}
