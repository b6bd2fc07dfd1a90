/// The page that lists the operators, Generator/OPERATORS.md: Markdown made from the table of operators.
/// オペレーターの一覧ページ（Generator/OPERATORS.md）。オペレーターの表から作る Markdown。
public func operatorPage() -> String {
  var lines = [
    "<!-- DO NOT EDIT: written by `swift run generate-model --operators > Generator/OPERATORS.md`. -->",
    "# Operators",
    "",
    "What the generator compiles. A version is the `since_version` of an operator's definition; a model may import any operator",
    "set in which one of them is current. Fidelity is the greatest difference to ONNX Runtime 1.31.1 on x86-64, asked with one row",
    "and one thread; 0 ulp means the same bits. What is not here fails the build, and the message names the node.",
  ]
  for domain in Domain.allCases {
    let operators = OperatorTable.operators.filter { $0.domain == domain }.sorted { $0.name < $1.name }
    lines += [
      "",
      "## \(domain.rawValue) (operator sets \(domain.checkedVersions.lowerBound) to \(domain.checkedVersions.upperBound))",
      "",
      "| Operator | Versions | Types | Fidelity | Scope |", "|---|---|---|---|---|",
    ]
    for row in operators {
      let cells = [
        "`\(row.name)`", row.versions.map { "\($0)" }.joined(separator: ", "),
        types(of: row), row.fidelity, row.scope,
      ]
      lines.append("|\(cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined())")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

// The types of the newest version, and those of older ones where they are others.
private func types(of row: any Operator.Type) -> String {
  func names(_ types: [ElementType]) -> String { types.map(\.onnxName).joined(separator: ", ") }
  return ([names(row.types)] + row.formerTypes.reversed().map { "up to version \($0.version) \(names($0.types))" })
    .joined(separator: "; ")
}
