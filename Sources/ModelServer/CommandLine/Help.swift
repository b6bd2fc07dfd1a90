import Bytes

// The text of --help, made from the tables of commands, settings, routes and exit statuses.
enum Help {
  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  static func write(to output: inout ByteBuffer) {
    output.add(
      "Serves the model compiled into this program over HTTP.\n\nusage: model-server [command] [--flag value ...]\n")
    output.add("\ncommands:\n")
    for command in Command.allCases { writeCommand(command, to: &output) }
    output.add("\nsettings, by flag or environment variable (a flag wins):\n")
    for setting in Setting.allCases {
      row(setting.flag, 21, setting.variable, &output, endsLine: false)
      pad(setting.variable, 19, &output)
      output.add(setting.summary)
      if let choices = setting.choices {
        output.add(": ")
        output.add(choices.words)
      }
      output.add(" [")
      setting.writeDefault(to: &output)
      output.add("]\n")
    }
    output.add("\nendpoints:\n")
    for route in Route.allCases { row(route.path, Route.columnWidth, route.summary, &output) }
    output.add("\nexit status:\n")
    for status in ExitStatus.allCases {
      output.add("  ")
      output.add(Int(status.rawValue))
      output.add(status.rawValue < 100 ? "    " : "  ")
      output.add(status.summary)
      output.add("\n")
    }
  }

  // The command, and its flags below it.
  private static func writeCommand(_ command: Command, to output: inout ByteBuffer) {
    output.add("  ")
    output.add(command.word)
    pad(command.word, 14, &output)
    output.add(command.summary)
    if let operand = command.operand {
      output.add("; ")
      operand.writeMeaning(to: &output)
    }
    output.add("\n")
    for flag in CommandFlag.allCases where flag.belongs(to: command) {
      output.add("    ")
      output.add(flag.flag)
      pad(flag.flag, 12, &output)
      output.add(flag.summary)
      if let choices = flag.choices {
        output.add(" [")
        output.add(choices.words)
        output.add("]")
      }
      output.add("\n")
    }
  }

  private static func row(
    _ name: StaticString, _ width: Int, _ text: StaticString, _ output: inout ByteBuffer, endsLine: Bool = true
  ) {
    output.add("  ")
    output.add(name)
    pad(name, width, &output)
    output.add(text)
    if endsLine { output.add("\n") }
  }

  // Fills a column behind its text.
  static func pad(_ text: StaticString, _ width: Int, _ output: inout ByteBuffer) {
    for _ in text.utf8CodeUnitCount..<max(text.utf8CodeUnitCount + 1, width) { output.append(UInt8(ascii: " ")) }
  }
}
