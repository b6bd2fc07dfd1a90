/// Two files that say the same in two languages, as far as it can be told without knowing the languages.
struct Translation {
  var original: (path: String, blocks: [MarkdownBlock])
  var translated: (path: String, blocks: [MarkdownBlock])

  init(original: (path: String, text: String), translated: (path: String, text: String)) {
    self.original = (original.path, MarkdownBlock.blocks(of: original.text))
    self.translated = (translated.path, MarkdownBlock.blocks(of: translated.text))
  }

  /// The place and nature of the first difference.
  var firstDifference: String? {
    for (one, other) in zip(original.blocks, translated.blocks) {
      if let difference = difference(one, other) {
        return "\(original.path):\(one.line) and \(translated.path):\(other.line): \(difference)"
      }
    }
    let common = min(original.blocks.count, translated.blocks.count)
    for (path, blocks) in [original, translated] where blocks.count > common {
      return "\(path):\(blocks[common].line): only here"
    }
    return nil
  }

  private func difference(_ one: MarkdownBlock, _ other: MarkdownBlock) -> String? {
    switch (one.kind, other.kind) {
    case (.heading(let level, _), .heading(let otherLevel, _)):
      if level != otherLevel { return "a heading of level \(level) and one of level \(otherLevel)" }
    case (.code, .code):
      return one.kind == other.kind ? nil : "other code"
    case (.tableRow(let cells), .tableRow(let otherCells)):
      if cells.count != otherCells.count { return "\(cells.count) and \(otherCells.count) cells" }
      for (index, pair) in zip(cells, otherCells).enumerated() {
        let figures = (MarkdownBlock.figures(in: pair.0), MarkdownBlock.figures(in: pair.1))
        if figures.0 != figures.1 { return "cell \(index + 1) has the figures \(figures.0) and \(figures.1)" }
      }
    case (.text(let text), .text(let otherText)):
      // An item of a list, a comment, or HTML.
      let starts = [text, otherText].map { $0.prefixMatch(of: /\s*(?:[0-9]+\.|[-*]|<[^>]+>)/).map { String($0.0) } }
      if starts[0] != starts[1] { return "begins with \(starts[0] ?? "words") and with \(starts[1] ?? "words")" }
      // The other way round, a language may have digits for what English has words for.
      let figures = Set(MarkdownBlock.figures(in: text)).subtracting(MarkdownBlock.figures(in: otherText))
      if let only = figures.min() { return "\(only) in the first only" }
    default:
      return "\(one.name) and \(other.name)"
    }
    // Another language may have another order of words, and say a name twice.
    let code = (Set(one.inlineCode), Set(other.inlineCode))
    if let only = code.0.symmetricDifference(code.1).min() { return "`\(only)` in one of the two only" }
    let links = [one, other].map { Set($0.links.map { $0 == original.path ? translated.path : $0 }) }
    if let only = links[0].symmetricDifference(links[1]).min() { return "a link to \(only) in one of the two only" }
    return nil
  }
}

extension MarkdownBlock {
  fileprivate var name: String {
    switch kind {
    case .heading: "a heading"
    case .code: "code"
    case .tableRow: "a row of a table"
    case .text: "text"
    }
  }
}
