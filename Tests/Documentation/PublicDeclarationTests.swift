import Testing

struct PublicDeclarationTests {
  static let sources = Repository.files.filter {
    $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Generator/"))
  }

  @Test func everyPublicDeclarationIsDescribedInBothLanguages() throws {
    var count = 0
    for source in Self.sources {
      for declaration in PublicDeclaration.all(in: try Repository.text(source)) {
        count += 1
        if let fault = declaration.fault { Issue.record("\(source):\(declaration.line): \(fault)") }
      }
    }
    #expect(count > 200)
  }

  private static let none = "has no comment"
  private static let notEnglish = "its comment does not open with an English sentence on a line"
  private static let notJapanese = "its comment does not go on with a Japanese sentence on a line"
  private static let noEmptyLine = "its comment does not go on with an empty line"

  @Test(
    arguments: [
      ("good", "/// A thing.\n/// 物。\npublic struct A {}", []),
      ("with signs", "/// 2 × 2, `{…}`.\n/// 物。\npublic let a = 4", []),
      ("and more", "/// A thing.\n/// 物。\n///\n/// More.\npublic struct A {}", []),
      ("attributes", "/// A thing.\n/// 物。\n@_a(copy b)  // For this.\n@inlinable @b\n@c public func a() {}", []),
      ("no comment", "public struct A {}", ["1: \(none)"]),
      ("behind attributes", "@a public final class A {}", ["1: \(none)"]),
      ("behind a setter", "public internal(set) var a: Int", ["1: \(none)"]),
      ("behind other modifiers", "  nonisolated public static let a = 1", ["1: \(none)"]),
      ("an initializer", "public init?(a: Int) {}", ["1: \(none)"]),
      ("a subscript", "public subscript(a: Int) -> Int {}", ["1: \(none)"]),
      ("an extension", "public extension A {\n  private var a: Int { 1 }\n  var b: Int { 2 }\n}", ["3: \(none)"]),
      ("a comment of something else", "/// A thing.\n/// 物。\n\npublic struct A {}", ["4: \(none)"]),
      ("no Japanese", "/// A thing.\npublic struct A {}", ["2: \(notJapanese)"]),
      ("English twice", "/// A thing.\n/// A thing.\npublic struct A {}", ["3: \(notJapanese)"]),
      ("no full stop", "/// A thing\n/// 物。\npublic struct A {}", ["3: \(notEnglish)"]),
      ("no Japanese full stop", "/// A thing.\n/// 物\npublic struct A {}", ["3: \(notJapanese)"]),
      ("Japanese first", "/// 物。\n/// A thing.\npublic struct A {}", ["3: \(notEnglish)"]),
      ("a full stop that hides Japanese", "/// 物.\n/// 物。\npublic struct A {}", ["3: \(notEnglish)"]),
      ("two lines of English", "/// A thing\n/// of mine.\n/// 物。\npublic struct A {}", ["4: \(notEnglish)"]),
      ("no empty line", "/// A thing.\n/// 物。\n/// More.\npublic struct A {}", ["4: \(noEmptyLine)"]),
      ("a requirement", "/// A.\n/// 甲。\npublic protocol A {\n  var a: Int { get }\n}\nvar b = 1", ["4: \(none)"]),
      ("no requirement of ours", "protocol A {\n  var a: Int { get }\n}\nstruct B {\n  var c: Int\n}", []),
      ("what is not public", "struct A {}\n/// Says public.\nfunc publicA() {}", []),
      ("in a text", "let a = \"\"\"\n  public struct A {}\n  \"\"\"\npublic struct B {}", ["4: \(none)"]),
    ] as [(String, String, [String])])
  func faultsAreFound(_ label: String, _ source: String, _ faults: [String]) {
    #expect(found(source) == faults, "\(label)")
  }

  private func found(_ source: String) -> [String] {
    PublicDeclaration.all(in: source).compactMap { declaration in
      declaration.fault.map { "\(declaration.line): \($0)" }
    }
  }
}
