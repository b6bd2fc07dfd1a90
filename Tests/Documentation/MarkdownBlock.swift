/// A block of a Markdown file: what GitHub renders as one piece, and the line it begins at.
struct MarkdownBlock: Equatable {
  enum Kind: Equatable {
    case heading(level: Int, String)
    case code(language: String, String)
    case tableRow(cells: [String])
    case text(String)
  }

  var line: Int
  var kind: Kind

  /// The blocks of a text, in order. An empty line ends a text; a fence may be indented.
  static func blocks(of markdown: String) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated().makeIterator()
    var isInText = false
    while let (index, line) = lines.next() {
      let trimmed = line.drop { $0 == " " }
      let wasInText = isInText
      isInText = false
      if trimmed.hasPrefix("```") {
        let indentation = line.count - trimmed.count
        var code = ""
        while let (_, inside) = lines.next(), inside.drop(while: { $0 == " " }) != "```" {
          code += inside.dropFirst(indentation) + "\n"
        }
        blocks.append(MarkdownBlock(line: index + 1, kind: .code(language: String(trimmed.dropFirst(3)), code)))
      } else if let heading = trimmed.wholeMatch(of: /(#+) (.*)/) {
        blocks.append(MarkdownBlock(line: index + 1, kind: .heading(level: heading.1.count, String(heading.2))))
      } else if trimmed.hasPrefix("|") {
        let cells = trimmed.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        blocks.append(MarkdownBlock(line: index + 1, kind: .tableRow(cells: cells.map(String.init))))
      } else if !trimmed.isEmpty {
        isInText = true
        if wasInText, case .text(let before) = blocks.last!.kind {
          blocks[blocks.count - 1].kind = .text(before + "\n" + line)
        } else {
          blocks.append(MarkdownBlock(line: index + 1, kind: .text(String(line))))
        }
      }
    }
    return blocks
  }

  /// What stands between backquotes, in order; the whole of a block of code is none.
  var inlineCode: [String] { prose.matches(of: /`([^`]+)`/).map { String($0.1) } }

  /// Where links and pictures lead, in order.
  var links: [String] { prose.matches(of: /\]\(([^)]+)\)/).map { String($0.1) } }

  /// Numbers outside of code and links, as they are written.
  static func figures(in text: String) -> [String] {
    text.replacing(/`[^`]+`/, with: "").replacing(/\]\([^)]+\)/, with: "]")
      .matches(of: /[0-9][0-9,.]*[0-9]|[0-9]/).map { String($0.0) }
  }

  private var prose: String {
    switch kind {
    case .heading(_, let text), .text(let text): text
    case .tableRow(let cells): cells.joined(separator: "|")
    case .code: ""
    }
  }
}
