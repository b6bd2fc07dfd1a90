import Bytes
import HTTP

// What the command line asks for.
struct Invocation {
  private(set) var command = Command.serve
  private(set) var configuration = Configuration()
  // What the flags of commands say.
  private(set) var score = ScoreOptions()
  private(set) var writesJSON = false
  // The file of a command that takes one.
  private(set) var file: Configuration.Text?
  private(set) var shell = Shell.bash

  // Takes the environment and the arguments. Flags are `--name value` or `--name=value`; the command may stand anywhere
  // among them, its operand behind it. What asks for the help or the version is answered whatever else is asked.
  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  init(_ arguments: inout Arguments) throws(UsageError) {
    try configuration.readEnvironment()
    var command: Command?
    var operand: Configuration.Text?
    var given = InlineArray<4, Bool>(repeating: false)
    next: while let argument = arguments.next() {
      for setting in Setting.allCases {
        guard let value = try arguments.value(of: setting.flag, at: argument) else { continue }
        try configuration.set(setting, value, named: setting.flag)
        continue next
      }
      for flag in CommandFlag.allCases {
        guard try set(flag, &arguments, at: argument) else { continue }
        given[Int(flag.rawValue)] = true
        continue next
      }
      let named = Command.allCases.first { argument.bytes.equals($0.word) }
      if let named, named.isFlag {
        self.command = named
        return
      }
      if let command {
        guard command.operand != nil, operand == nil, argument.isOperand else { throw .unknownArgument(argument) }
        operand = argument
      } else {
        guard let named else { throw .unknownArgument(argument) }
        command = named
      }
    }
    self.command = command ?? .serve
    for flag in CommandFlag.allCases where given[Int(flag.rawValue)] && !flag.belongs(to: self.command) {
      throw .misplacedFlag(flag, self.command)
    }
    try take(operand)
  }

  private mutating func take(_ operand: Configuration.Text?) throws(UsageError) {
    guard let choices = command.operand?.choices else {
      file = operand
      return
    }
    guard let operand else { throw .missingOperand(command, choices) }
    guard let choice = choices.index(of: operand.bytes) else {
      throw .choice(name: command.word, text: operand, choices)
    }
    shell = Shell(rawValue: choice) ?? .bash
  }

  // Whether the argument is the flag, which then is set.
  private mutating func set(
    _ flag: CommandFlag, _ arguments: inout Arguments, at argument: Configuration.Text
  ) throws(UsageError) -> Bool {
    guard let choices = flag.choices else {
      guard argument.bytes.equals(flag.flag) else { return false }
      writesJSON = true
      return true
    }
    guard let text = try arguments.value(of: flag.flag, at: argument) else { return false }
    guard let choice = choices.index(of: text.bytes) else { throw .choice(name: flag.flag, text: text, choices) }
    switch flag {
    case .format: score.format = RowFormat(rawValue: choice) ?? .auto
    case .header: score.header = HeaderLine(rawValue: choice) ?? .auto
    case .onError: score.onError = BadRowPolicy(rawValue: choice) ?? .fail
    case .json: fatalError("a flag without words")
    }
    return true
  }
}

extension Arguments {
  // The value of a flag where the argument is it: what stands behind `=`, or the next argument.
  fileprivate mutating func value(
    of flag: StaticString, at argument: Configuration.Text
  ) throws(UsageError) -> Configuration.Text? {
    let length = flag.utf8CodeUnitCount
    let bytes = argument.bytes
    guard bytes.count >= length, bytes.extracting(0..<length).equals(flag) else { return nil }
    if bytes.count == length {
      guard let value = next() else { throw .missingValue(argument) }
      return value
    }
    guard bytes[length] == UInt8(ascii: "=") else { return nil }
    // The rest of the text ends with the same null byte.
    return unsafe Configuration.Text(start: argument.start + length + 1)
  }
}

extension Configuration.Text {
  // No flag; `-` alone stands for the standard input.
  fileprivate var isOperand: Bool {
    bytes.count > 0 && (bytes[0] != UInt8(ascii: "-") || bytes.count == 1)
  }
}
