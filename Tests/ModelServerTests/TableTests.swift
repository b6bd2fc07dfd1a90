import Bytes
import HTTP
import Testing

@testable import ModelServer

struct TableTests {
  private func buffer(_ text: String) -> ByteBuffer {
    var buffer = ByteBuffer()
    for byte in text.utf8 { buffer.append(byte) }
    return buffer
  }

  private func text(_ buffer: borrowing ByteBuffer) -> String {
    String(decoding: buffer.bytes.indices.map { buffer.bytes[$0] }, as: UTF8.self)
  }

  @Test(arguments: Route.allCases.filter { !"\($0.path)".contains("{") })
  func everyRouteIsFoundByItsPath(_ route: Route) {
    #expect(Route.matching(buffer("\(route.path)").bytes, hasLabels: true) == route)
    #expect(Route.matching(buffer("\(route.path)x").bytes, hasLabels: true) == nil)
    #expect((Route.matching(buffer("\(route.path)").bytes, hasLabels: false) == nil) == route.needsLabels)
  }

  @Test(arguments: Route.allCases.filter { "\($0.path)".contains("{") })
  func everyRouteOfTheModelIsFoundByItsPaths(_ route: Route) {
    func matching(_ path: String) -> Route? { Route.matching(buffer(path).bytes, of: SumAndQuotient.self) }
    for path in route.paths("sum_and_quotient", "7") + route.paths("%73um%5fand_quotien%74", "%37") {
      #expect(matching(path) == route, "\(path)")
      for other in [path + "x", path + "/", "/" + path, path.replacing("/v2/", with: "/v2%2F")] {
        #expect(matching(other) == nil, "\(other)")
      }
    }
    for path in route.paths("sum", "7") + route.paths("sum_and_quotients", "7") + route.paths("", "7") {
      #expect(matching(path) == nil, "\(path)")
    }
    #expect(matching(route.paths("sum_and_quotient", "8")[0]) == nil)
    #expect(matching(route.paths("sum_and_quotient", "")[0]) == nil)
    #expect(matching(route.paths("sum_and_quotient", "77")[0]) == nil)
    #expect(Route.matching(buffer("\(route.path)").bytes, hasLabels: true) == nil, "a template is no path")
  }

  @Test func everyPathFitsItsColumn() {
    for route in Route.allCases { #expect("\(route.path)".utf8.count < Route.columnWidth) }
  }

  @Test func everyCommandSettingAndRouteIsInTheHelp() {
    var output = ByteBuffer()
    Help.write(to: &output)
    let help = text(output)
    for command in Command.allCases { #expect(help.contains("\(command.word) ")) }
    for flag in CommandFlag.allCases {
      #expect(help.contains("    \(flag.flag) "))
      if let choices = flag.choices { #expect(help.contains(" [\(choices.words)]\n")) }
    }
    for setting in Setting.allCases {
      #expect(help.contains("\(setting.flag) "))
      #expect(help.contains("\(setting.variable) "))
      var text = ByteBuffer()
      setting.writeDefault(to: &text)
      #expect(help.contains("[\(self.text(text))]"))
      if let choices = setting.choices { #expect(help.contains(": \(choices.words) [")) }
    }
    for route in Route.allCases { #expect(help.contains("\(route.path) ")) }
    for status in ExitStatus.allCases { #expect(help.contains("\n  \(status.rawValue) ")) }
  }

  @Test func choicesAreTheCasesTheyStandFor() throws {
    func words(_ choices: Choices?) throws -> [String] {
      let choices = try #require(choices)
      let words = "\(choices.words)".split(separator: " ").map(String.init)
      for (index, word) in words.enumerated() {
        for word in [word, word.lowercased(), word.uppercased()] {
          #expect(choices.index(of: buffer(word).bytes) == UInt8(index))
        }
      }
      for word in ["", "none", " ", "aut", "autos", "csv jsonl"] {
        #expect(choices.index(of: buffer(word).bytes) == nil)
      }
      return words
    }
    #expect(try words(CommandFlag.format.choices) == RowFormat.allCases.map { "\($0)" })
    #expect(try words(CommandFlag.header.choices) == HeaderLine.allCases.map { "\($0)" })
    #expect(try words(CommandFlag.onError.choices) == BadRowPolicy.allCases.map { "\($0)" })
    #expect(try words(Setting.logLevel.choices) == LogLevel.allCases.map { "\($0.name)" })
    #expect(try words(Setting.logFormat.choices) == LogFormat.allCases.map { "\($0.name)" })
    #expect(try words(Shell.choices) == Shell.allCases.map { "\($0)" })
    for setting in [Setting.reusePort, .sandbox] { #expect(try words(setting.choices) == ["off", "on"]) }
  }

  /// The shells find the command by its word alone.
  @Test func noChoiceIsACommand() {
    let commands = Set(Command.allCases.map { "\($0.word)" })
    let choices = Setting.allCases.map(\.choices) + CommandFlag.allCases.map(\.choices)
    for words in choices.compactMap({ $0?.words }) {
      #expect(commands.isDisjoint(with: "\(words)".split(separator: " ").map(String.init)))
    }
  }

  @Test(arguments: [("150000 100000\n", 150_000), ("max 100000\n", nil), ("", nil), ("-1\n", nil)] as [(String, Int?)])
  func readsNumbersOfControlGroups(_ content: String, _ value: Int?) {
    let number = SmallFile.number(buffer(content).bytes, from: 0)
    #expect(number.value == value)
    if value != nil { #expect(number.end == 6) }
  }

  @Test func grantsAtLeastOneProcessor() {
    #expect(ProcessorCount.granted() >= 1)
  }
}
