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
      row(setting.flag, 21, setting.variable, &output, endsLine: false)
      pad(setting.variable, 19, &output)
      output.append(setting.summary)
      output.append(" [")
      writeDefault(setting, &output)
      output.append("]\n")
    }
    output.append("\nendpoints:\n")
    for route in Route.allCases { row(route.path, Route.columnWidth, route.summary, &output) }
  }

  static func writeDefault(_ setting: Setting, _ output: inout ByteBuffer) {
    switch setting.kind {
    case .address: output.append(Configuration.defaultHost)
    case .word(let word): output.append(word)
    case .number(_, let number?, let unit):
      output.append(decimal: number)
      output.append(unit)
    case .number(_, nil, _): output.append(setting == .workers ? "one per CPU granted" : "what the descriptors allow")
    }
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
