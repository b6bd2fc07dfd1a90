import Bytes

// A command line or an environment that cannot be followed.
enum UsageError: Error {
  case value(name: StaticString, text: Configuration.Text, setting: Setting)
  case missingValue(Configuration.Text)
  case unknownArgument(Configuration.Text)
  case tooManyArguments

  // One line for the standard error.
  func write(to output: inout ByteBuffer) {
    output.append("model-server: ")
    switch self {
    case .value(let name, let text, let setting):
      output.append(name)
      output.append(": '")
      output.append(text.bytes)
      output.append("' is not ")
      if case .number(let range, _, _) = setting.kind {
        output.append("a number from ")
        output.append(decimal: range.lowerBound)
        output.append(" to ")
        output.append(decimal: range.upperBound)
      } else {
        output.append(setting.summary)
      }
    case .missingValue(let flag):
      output.append(flag.bytes)
      output.append(" needs a value")
    case .unknownArgument(let argument):
      output.append("unknown argument '")
      output.append(argument.bytes)
      output.append("'; see --help")
    case .tooManyArguments:
      output.append("more arguments than can be read")
    }
    output.append("\n")
  }
}
