// Swift text under construction: lines, and scopes that indent what is written in them and close themselves.
struct SwiftWriter {
  private(set) var text = ""
  private var indentation = 0

  mutating func line(_ line: String = "") {
    if !line.isEmpty {
      text += String(repeating: "  ", count: indentation) + line
    }
    text += "\n"
  }

  mutating func scope(_ opening: String, closing: String = "}", _ body: (inout SwiftWriter) -> Void) {
    line(opening)
    indentation += 1
    body(&self)
    indentation -= 1
    line(closing)
  }
}
