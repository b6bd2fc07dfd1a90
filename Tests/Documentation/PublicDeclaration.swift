/// A declaration of a Swift source that other modules see, and the comment above it.
struct PublicDeclaration {
  /// The line it begins at.
  var line: Int

  /// The lines of the comment right above it, without slashes.
  var comment: [Substring]

  /// What is missing in a comment that opens with an English and then a Japanese sentence.
  var fault: String? {
    if comment.isEmpty { return "has no comment" }
    if comment[0].unicodeScalars.contains(where: Self.isJapanese) || !comment[0].hasSuffix(".") {
      return "its comment does not open with an English sentence on a line"
    }
    if comment.count < 2 || !comment[1].unicodeScalars.contains(where: Self.isJapanese) || !comment[1].hasSuffix("。") {
      return "its comment does not go on with a Japanese sentence on a line"
    }
    return comment.count > 2 && !comment[2].isEmpty ? "its comment does not go on with an empty line" : nil
  }

  /// Finds what is public: what says so, what a public protocol requires, and the members of a public extension.
  ///
  /// It looks at lines, which `swift format` has put in order: a declaration begins one, and its end has its indentation.
  static func all(in source: String) -> [PublicDeclaration] {
    var declarations: [PublicDeclaration] = []
    var comment: [Substring] = []
    var endOfPublicScope: String?
    var isInText = false
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.drop { $0 == " " }
      defer { if line.matches(of: /"""/).count == 1 { isInText.toggle() } }
      if isInText { continue }
      if trimmed.hasPrefix("///") {
        comment.append(trimmed.dropFirst(3).drop { $0 == " " })
        continue
      }
      // Attributes on lines of their own stand between a comment and its declaration.
      if trimmed.wholeMatch(of: attributes) != nil { continue }
      let indentation = String(line.prefix(line.count - trimmed.count))
      if let declaration = trimmed.prefixMatch(of: declaration) {
        let isPublic = declaration.modifiers.contains(/\bpublic\b/)
        let isHidden = declaration.modifiers.contains(/\b(private|fileprivate|internal)\b(?!\(set\))/)
        let isMember = endOfPublicScope == indentation.dropLast(2) + "}"
        if (isPublic && declaration.keyword != "extension") || (isMember && !isHidden) {
          declarations.append(PublicDeclaration(line: index + 1, comment: comment))
        }
        if isPublic && ["protocol", "extension"].contains(declaration.keyword) { endOfPublicScope = indentation + "}" }
      }
      if String(line) == endOfPublicScope { endOfPublicScope = nil }
      comment = []
    }
    return declarations
  }

  nonisolated(unsafe) private static let attributes = /(@[A-Za-z_]+(\([^)]*\))? *)+(\/\/.*)?/
  nonisolated(unsafe) private static let declaration =
    /(?<modifiers>(@[A-Za-z_]+(\([^)]*\))? |[a-z]+(\([a-z]+\))? )*)(?<keyword>actor|associatedtype|case|class|enum|extension|func|init|let|macro|operator|protocol|struct|subscript|typealias|var)\b/

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    // Hiragana and katakana, then the ideographs.
    (0x3041...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
  }
}
