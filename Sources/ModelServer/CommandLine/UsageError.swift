import Bytes

// A command line or an environment that cannot be followed.
enum UsageError: Error {
  case value(name: StaticString, text: Configuration.Text, setting: Setting)
  case choice(name: StaticString, text: Configuration.Text, Choices)
  case missingOperand(Command, Choices)
  case misplacedFlag(CommandFlag, Command)
  case missingValue(Configuration.Text)
  case unknownArgument(Configuration.Text)
  case tooManyArguments

  // One line for the standard error.
  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  func write(to output: inout ByteBuffer) {
    output.add("model-server: ")
    switch self {
    case .value(let name, let text, let setting):
      Self.write(name, isNot: text, &output)
      setting.writeValues(to: &output)
    case .choice(let name, let text, let choices):
      Self.write(name, isNot: text, &output)
      output.add("one of: ")
      output.add(choices.words)
    case .missingOperand(let command, let choices):
      output.add(command.word)
      output.add(" needs one of: ")
      output.add(choices.words)
    case .misplacedFlag(let flag, let command):
      output.add(flag.flag)
      output.add(" is no flag of ")
      output.add(command.word)
    case .missingValue(let flag):
      output.add(flag.bytes)
      output.add(" needs a value")
    case .unknownArgument(let argument):
      output.add("unknown argument '")
      output.add(argument.bytes)
      output.add("'; see --help")
    case .tooManyArguments:
      output.add("more arguments than can be read")
    }
    output.add("\n")
  }

  private static func write(_ name: StaticString, isNot text: Configuration.Text, _ output: inout ByteBuffer) {
    output.add(name)
    output.add(": '")
    output.add(text.bytes)
    output.add("' is not ")
  }
}
