import Bytes
import Testing

@testable import ModelServer

/// What the manual says; Tests/EndToEnd/scripts/check-manual.sh has mandoc and groff read it.
struct ManualTests {
  private func manual(hasLabels: Bool = true, sample: StaticString = "[[1.0,2.0]]") -> [Substring] {
    var output = ByteBuffer()
    Manual.write(hasLabels: hasLabels, sample: sample, to: &output)
    return String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self).split(separator: "\n")
  }

  /// The lines of a section.
  private func section(_ name: String, _ lines: [Substring]) throws -> [Substring] {
    let start = try #require(lines.firstIndex(of: ".Sh \(name)"))
    return Array(lines[(start + 1)...].prefix { !$0.hasPrefix(".Sh ") })
  }

  private func literal(_ flag: StaticString) -> String {
    String("\(flag)".dropFirst()).replacing("-", with: "\\-")
  }

  @Test func hasEveryCommandWithItsFlags() throws {
    for name in ["SYNOPSIS", "COMMANDS"] {
      let lines = try section(name, manual())
      for command in Command.allCases where name == "COMMANDS" || command != .serve {
        let word = command.isFlag ? "Fl \(literal(command.word))" : "Cm \(command.word)"
        let prefix = name == "COMMANDS" ? ".It \(word)" : ".\(word)"
        #expect(lines.contains { $0 == prefix || $0.hasPrefix("\(prefix) ") }, "\(name) \(command)")
      }
      for flag in CommandFlag.allCases {
        let count = Command.allCases.count(where: flag.belongs)
        let choices = flag.choices.map { " Ar \("\($0.words)".replacing(" ", with: "|"))" } ?? ""
        let macro = name == "COMMANDS" ? ".It" : ".Op"
        #expect(lines.count { $0 == "\(macro) Fl \(literal(flag.flag))\(choices)" } == count, "\(name) \(flag)")
      }
    }
  }

  @Test func hasEverySettingWithItsVariableRangeAndDefault() throws {
    let (options, environment) = (try section("OPTIONS", manual()), try section("ENVIRONMENT", manual()))
    for setting in Setting.allCases {
      let value = setting.choices.map { "\($0.words)".replacing(" ", with: "|") } ?? "\(setting.variable)"
      let start = try #require(options.firstIndex(of: ".It Fl \(literal(setting.flag)) Ar \(value)"))
      let entry = options[(start + 1)...].prefix { !$0.hasPrefix(".") }
      var text = ByteBuffer()
      text.add("Takes ")
      setting.writeValues(to: &text)
      text.add("; by default ")
      setting.writeDefault(to: &text)
      text.add(".")
      #expect(entry.last ?? "" == String(decoding: text.bytes.indices.map { text.bytes[$0] }, as: UTF8.self))
      #expect(entry.count == (setting == .host ? 1 : 2))
      let variable = try #require(environment.firstIndex(of: ".It Ev \(setting.variable)"))
      #expect(environment[variable + 1] == ".Fl \(literal(setting.flag))")
    }
  }

  @Test func hasEveryEndpointAndExitStatus() throws {
    for hasLabels in [true, false] {
      let endpoints = try section("ENDPOINTS", manual(hasLabels: hasLabels))
      for route in Route.allCases {
        let line = ".It \(route.takesContent ? "POST" : "GET") Pa \(route.path)"
        #expect(endpoints.contains { $0 == line } == (hasLabels || !route.needsLabels))
      }
    }
    let statuses = try section("EXIT STATUS", manual())
    for status in ExitStatus.allCases { #expect(statuses.contains(".It \(status.rawValue)")) }
  }

  @Test func asksForThePredictionOfTheSample() throws {
    #expect(try section("EXAMPLES", manual()).contains(#"  \-d \(aq{"data":[[1.0,2.0]]}\(aq \e"#))
    #expect(try section("EXAMPLES", manual(sample: "[[-1.0]]")).contains(#"  \-d \(aq{"data":[[\-1.0]]}\(aq \e"#))
  }

  /// roff would take such a line for a request, and a backslash for an escape.
  @Test func noTableHasWhatRoffReads() {
    let texts =
      Command.allCases.map(\.summary) + Setting.allCases.map(\.summary) + CommandFlag.allCases.map(\.summary)
      + Route.allCases.map(\.summary) + ExitStatus.allCases.map(\.summary)
    for text in texts.map({ "\($0)" }) {
      #expect(!text.isEmpty && !text.hasPrefix(".") && !text.hasPrefix("'") && !text.contains("\\"), "\(text)")
    }
    for route in Route.allCases { #expect(!"\(route.path)".contains(/["\\ -]/), "\(route.path)") }
  }
}
