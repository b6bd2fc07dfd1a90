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

  @Test(arguments: Route.allCases)
  func everyRouteIsFoundByItsPath(_ route: Route) {
    #expect(Route.matching(buffer("\(route.path)").bytes, hasLabels: true) == route)
    #expect(Route.matching(buffer("\(route.path)x").bytes, hasLabels: true) == nil)
    #expect((Route.matching(buffer("\(route.path)").bytes, hasLabels: false) == nil) == route.needsLabels)
  }

  @Test func everyCommandSettingAndRouteIsInTheHelp() {
    var output = ByteBuffer()
    Help.write(to: &output)
    let help = text(output)
    for command in Command.allCases { #expect(help.contains("\(command.word) ")) }
    for setting in Setting.allCases {
      #expect(help.contains("\(setting.flag) "))
      #expect(help.contains("\(setting.variable) "))
      var text = ByteBuffer()
      Help.writeDefault(setting, &text)
      #expect(help.contains("[\(self.text(text))]"))
    }
    for route in Route.allCases { #expect(help.contains("\(route.path) ")) }
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
