import Bytes
import Testing

@testable import ModelServer

/// What the scripts say; Tests/EndToEnd/scripts/check_completion.py asks the shells what they make of it.
struct CompletionTests {
  private func lines(_ shell: Shell) -> [Substring] {
    var output = ByteBuffer()
    Completion.write(shell, to: &output)
    let text = String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func flags(of command: Command) -> [String] {
    Setting.allCases.filter { $0.concerns(command) }.map { "\($0.flag)" }
      + CommandFlag.allCases.filter { $0.belongs(to: command) }.map { "\($0.flag)" }
  }

  private var commands: [Command] { Command.allCases.filter { !$0.isFlag } }

  @Test func bashHasEveryFlagOfACommand() throws {
    let lines = lines(.bash)
    let always = Command.allCases.filter(\.isFlag).map { "\($0.word)" }
    for command in commands {
      let line = try #require(lines.first { $0.hasPrefix("    -*:\(command.word)) list='") })
      let words = line.split(separator: "'")[1].split(separator: " ").map(String.init)
      #expect(words == flags(of: command) + always)
      switch command.operand {
      case nil: #expect(!lines.contains { $0.hasPrefix("      \(command.word))") })
      case .file: #expect(lines.contains("      \(command.word)) compopt -o default 2>/dev/null ;;"))
      case .shell: #expect(lines.contains("      \(command.word)) list='\(Shell.choices.words)' ;;"))
      }
    }
    #expect(lines.contains("      '') list='\(commands.map { "\($0.word)" }.joined(separator: " "))' ;;"))
  }

  @Test func bashHasTheChoicesOfEveryFlag() {
    let lines = lines(.bash)
    for place in 0..<Flag.count {
      let flag = Flag(place)
      if let choices = flag.choices {
        #expect(lines.contains("  \(flag.name)) list='\(choices.words)' ;;"))
      } else {
        #expect(lines.contains("  \(flag.name)) return ;;") == (flag.value != nil))
      }
    }
  }

  @Test func zshHasEveryFlagOfACommand() throws {
    let lines = lines(.zsh)
    #expect(lines[0] == "#compdef model-server")
    for command in commands {
      let start = try #require(lines.firstIndex { $0.hasPrefix("  (\(command.word)) arguments=(") })
      let end = try #require(lines[start...].firstIndex { $0.hasSuffix(") ;;") })
      let names = lines[start...end].compactMap { $0.firstMatch(of: /^    '(--[a-z-]+)/).map { String($0.1) } }
      #expect(names == flags(of: command))
      let operand = lines[start...end].first { $0.hasPrefix("    '2:") }
      switch command.operand {
      case nil: #expect(operand == nil)
      case .file: #expect(operand == "    '2:FILE:_files') ;;")
      case .shell: #expect(operand == "    '2:SHELL:(\(Shell.choices.words))') ;;")
      }
      #expect(lines.contains { $0.hasPrefix("    '\(command.word):") })
    }
    #expect(
      lines.contains { $0.hasPrefix("    '--log-format=[form of the log'\\''s lines]:LOG_FORMAT:(TEXT JSON)'") })
  }

  @Test func fishHasEveryFlagWithItsCommands() {
    let lines = lines(.fish)
    for place in 0..<Flag.count {
      let flag = Flag(place)
      let commands = commands.filter(flag.concerns).map { $0 == .serve ? "none serve" : "\($0.word)" }
      let choices = flag.choices.map { " -a '\($0.words)'" } ?? ""
      let summary = "\(flag.summary)".replacing("'", with: "\\'")
      let start = "complete -c model-server -n '__model_server_command \(commands.joined(separator: " "))'"
      let value = flag.value == nil ? "" : " -x"
      #expect(lines.contains("\(start) -l \("\(flag.name)".dropFirst(2))\(value)\(choices) -d '\(summary)'"))
    }
    #expect(lines.contains("complete -c model-server -n '__model_server_command score' -F"))
    #expect(
      lines.contains("complete -c model-server -n '__model_server_command completion' -a '\(Shell.choices.words)'"))
  }

  @Test(arguments: Shell.allCases)
  func everyCommandIsOffered(_ shell: Shell) {
    let text = lines(shell).joined(separator: "\n")
    for command in Command.allCases {
      let word = "\(command.word)"
      #expect(text.contains(shell == .fish && command.isFlag ? "-l \(word.dropFirst(2))" : word))
    }
  }

  /// Texts stand between apostrophes, and zsh reads brackets and colons.
  @Test func textsAreQuoted() {
    var completion = Completion(.fish)
    completion.output.removeAll()
    completion.write("it's [a\\b]: c", special: "\\[]", apostrophe: "<'>")
    #expect(
      String(decoding: completion.output.bytes.indices.map { completion.output.bytes[$0] }, as: UTF8.self)
        == "it<'>s \\[a\\\\b\\]: c")
  }
}
