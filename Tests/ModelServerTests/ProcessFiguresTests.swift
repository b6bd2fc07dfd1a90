import Foundation
import Testing

@testable import ModelServer

struct ProcessFiguresTests {
  private let fields =
    " S 1 17467 13775 0 -1 4194304 100 0 0 0 0 0 0 0 20 0 3 0 1316911 3133440 388 18446744073709551615 9396 0\n"

  private func usage(_ line: String) -> ProcessFigures.Usage {
    var usage = ProcessFigures.Usage()
    let bytes = Array(line.utf8)
    ProcessFigures.parse(bytes.span, pageSize: 4096, &usage)
    return usage
  }

  @Test(arguments: ["(model-server)", "(a) S 9 9 (b)", "())", "( 1 2 3 )"])
  func theNameMayHoldAnything(_ name: String) {
    let usage = usage("18446 \(name)\(fields)")
    #expect(usage.threads == 3)
    #expect(usage.virtualMemory == 3_133_440)
    #expect(usage.residentMemory == 388 * 4096)
  }

  @Test(arguments: ["", ")", "1 (a", "1 (a)", "1 (a) S 1 2", String(repeating: ") ", count: 100), "x"])
  func whatIsMissingIsNotKnown(_ line: String) {
    let usage = usage(line)
    #expect(usage.threads == nil && usage.virtualMemory == nil && usage.residentMemory == nil)
  }

  @Test func tellsOfThisProcess() throws {
    let usage = ProcessFigures(maxDescriptors: 1).usage()
    #expect(try #require(usage.threads) > 0)
    #expect(try #require(usage.virtualMemory) > #require(usage.residentMemory))
    #expect(try #require(usage.residentMemory) > 1 << 20)
  }
}
