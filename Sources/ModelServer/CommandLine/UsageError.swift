import Bytes

// A command line or an environment that cannot be followed.
enum UsageError: Error {
  case value(name: StaticString, text: Configuration.Text, setting: Setting)
  case choice(CommandFlag, Configuration.Text)
  case misplacedFlag(CommandFlag, Command)
  case missingValue(Configuration.Text)
  case unknownArgument(Configuration.Text)
  case tooManyArguments

  // One line for the standard error.
  func write(to output: inout ByteBuffer) {
    output.add("model-server: ")
    switch self {
    case .value(let name, let text, let setting):
      output.add(name)
      output.add(": '")
      output.add(text.bytes)
      output.add("' is not ")
      if case .number(let range, _, _) = setting.kind {
        output.add("a number from ")
        output.add(range.lowerBound)
        output.add(" to ")
        output.add(range.upperBound)
      } else {
        output.add(setting.summary)
      }
    case .choice(let flag, let text):
      output.add(flag.flag)
      output.add(": '")
      output.add(text.bytes)
      output.add("' is not one of: ")
      output.add(flag.choices)
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
}
