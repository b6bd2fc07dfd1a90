import Foundation
import Testing

@testable import Generator
@testable import ModelServer

/// What the READMEs say of the program is what its tables say.
struct FactTests {
  static let readmes = ["README.md", "README.ja.md"]

  private func inlineCode(_ document: String) throws -> Set<String> {
    Set(MarkdownBlock.blocks(of: try Repository.text(document)).flatMap(\.inlineCode))
  }

  @Test(arguments: readmes, Route.allCases)
  func everyEndpointIsTold(_ readme: String, _ route: Route) throws {
    let path = "\(route.path)".replacing(/\[.*\]/, with: "")
    #expect(try inlineCode(readme).contains(path), "\(readme) does not tell of \(path)")
  }

  @Test func thePageOfOperatorsIsThatOfTheTable() throws {
    #expect(try Repository.text("Generator/OPERATORS.md") == operatorPage(), "swift run generate-model --operators")
  }

  /// The models said to be held against ONNX Runtime are those of the conformance set, row by row.
  @Test(arguments: readmes)
  func theModelsToldAreThoseOfTheSet(_ readme: String) throws {
    let rows = try Repository.text("Tests/Conformance/MODELS.md").split(separator: "\n").filter { $0.hasSuffix("` |") }
    let lines = try Repository.text(readme).split(separator: "\n")
    let told = lines.map { $0.split(separator: "|").dropFirst().first ?? "" }
    #expect(rows.count > 4)
    for row in rows {
      let models = row.split(separator: "|")[1]
      #expect(told.filter { $0 == models }.count == 1, "\(models)")
    }
  }

  @Test(arguments: readmes + ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func everyVariableNamedIsASetting(_ document: String) throws {
    let settings = Set(Setting.allCases.map { "\($0.variable)" } + ["MODEL_FILEPATH", "LABEL_FILEPATH"])
    for code in try inlineCode(document) {
      let names = code.matches(of: /\b[A-Z]+_[A-Z_]+\b/).map { String($0.0) }
      #expect(settings.isSuperset(of: names), "\(document): \(code)")
    }
  }

  /// What an image's labels say where nobody says it, as by `docker build` alone.
  @Test func theDockerfileNamesTheModelAndTheVersion() throws {
    let lines = try Repository.text("Dockerfile.scratch").split(separator: "\n").filter { $0.hasPrefix("ARG ") }
    let values = lines.map { $0.dropFirst(4).split(separator: "=", maxSplits: 1) }.filter { $0.count == 2 }
    let given = Dictionary(uniqueKeysWithValues: values.map { (String($0[0]), String($0[1])) })
    let model = try #require(given["MODEL_FILEPATH"])
    let bytes = [UInt8](try Data(contentsOf: Repository.root.appending(path: model)))
    #expect(given["MODEL_SHA256"] == SHA256.hexadecimal(bytes), "make model")
    #expect(given["MODEL_NAME"] == String(model.split(separator: "/").last!.prefix { $0 != "." }), "make model")
    #expect(given["VERSION"] == "\(Version.text)", "make model")
  }

  /// What is tested on another system than it is built on may link another library.
  @Test func theImageIsBuiltOnWhatTheWorkflowTestsOn() throws {
    let systems = try ["Dockerfile.scratch", ".github/workflows/ci.yml"].map {
      try Repository.text($0).matches(of: /docker\.io\/library\/swift:\S+/).map { String($0.0) }
    }
    #expect(systems[0].count == 1 && systems[0] == systems[1])
  }

  /// How many pods a load takes, from the measured row of one: at the autoscaler's 125m of CPU, and at its limit.
  @Test func thePodsFollowFromWhatOneBears() throws {
    let text = try Repository.text("k8s/README.md")
    let measured = try #require(text.firstMatch(of: /\| `LOG_LEVEL=INFO`[^|]*\| ([0-9,]+) \| ([0-9]+)\.([0-9]) µs \|/))
    let rate = try #require(Int(measured.1.replacing(",", with: "")))
    let nanoseconds = try #require(Int("\(measured.2)\(measured.3)")) * 100
    let rows = text.matches(of: /\| 10([³⁴⁵⁶⁷]) \| ([0-9]+) \| ([0-9]+) \|/)
    #expect(rows.map { String($0.1) } == ["³", "⁴", "⁵", "⁶", "⁷"])
    var load = 1000
    for row in rows {
      #expect(Int(row.2) == (load * nanoseconds + 124_999_999) / 125_000_000, "10\(row.1)")
      #expect(Int(row.3) == (load + rate - 1) / rate, "10\(row.1)")
      load *= 10
    }
  }

  /// The size of the program is told as what the check of the release binary lets it have.
  @Test(arguments: readmes + ["ARCHITECTURE.md", "k8s/README.md"])
  func theSizeIsTheLimit(_ document: String) throws {
    let check = try Repository.text("Tests/EndToEnd/scripts/check-binary.sh")
    let limit = try #require(check.firstMatch(of: /"\$size" -le ([0-9])([0-9])00000 \]/))
    let sizes = try Repository.text(document).matches(of: /\b[12]\.[0-9]+ MB\b/).map { String($0.0) }
    #expect(!sizes.isEmpty && Set(sizes) == ["\(limit.1).\(limit.2) MB"])
  }
}
