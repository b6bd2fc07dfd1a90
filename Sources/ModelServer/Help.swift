import Bytes

// The text of --help, made from the tables of commands, settings and routes.
enum Help {
  static func write(to output: inout ByteBuffer) {
    output.append(
      "Serves the model compiled into this program over HTTP.\n\nusage: model-server [command] [--flag value ...]\n")
    output.append("\ncommands:\n")
    for command in Command.allCases { row(command.word, 14, command.summary, &output) }
    output.append("\nsettings, by flag or environment variable (a flag wins):\n")
    for setting in Setting.allCases {
      row(setting.flag, 14, setting.variable, &output, endsLine: false)
      pad(setting.variable, 11, &output)
      output.append(setting.summary)
      output.append(" [")
      output.append(setting.defaultText)
      output.append("]\n")
    }
    output.append("\nendpoints:\n")
    for route in Route.allCases { row(route.path, 22, route.summary, &output) }
  }

  private static func row(
    _ name: StaticString, _ width: Int, _ text: StaticString, _ output: inout ByteBuffer, endsLine: Bool = true
  ) {
    output.append("  ")
    output.append(name)
    pad(name, width, &output)
    output.append(text)
    if endsLine { output.append("\n") }
  }

  // Fills a column behind its text.
  static func pad(_ text: StaticString, _ width: Int, _ output: inout ByteBuffer) {
    for _ in text.utf8CodeUnitCount..<max(text.utf8CodeUnitCount + 1, width) { output.append(0x20) }
  }
}
