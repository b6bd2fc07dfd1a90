import Bytes

// The entries of the manual's lists. What stands in the tables is escaped for roff.
extension Manual {
  // A line of the synopsis: the command with its flags and its operand.
  mutating func writeSynopsis(_ command: Command) {
    output.add(".Nm\n")
    if command == .serve {
      return output.add(".Op Cm serve\n.Op Fl \\-flag Ar value ...\n")
    }
    writeName(command, after: ".")
    output.add("\n")
    for flag in CommandFlag.allCases where flag.belongs(to: command) {
      output.add(".Op ")
      writeName(Flag.command(flag))
      output.add("\n")
    }
    if let operand = command.operand {
      output.add(operand.choices == nil ? ".Op Ar " : ".Ar ")
      output.add(operand.name)
      output.add("\n")
    }
  }

  mutating func write(_ command: Command) {
    writeName(command, after: ".It ")
    if let operand = command.operand {
      output.add(operand.choices == nil ? " Op Ar " : " Ar ")
      output.add(operand.name)
    }
    output.add("\n")
    writeSentence(command.summary)
    if let operand = command.operand {
      operand.writeMeaning(to: &output)
      output.add(".\n")
    }
    var hasFlags = false
    for flag in CommandFlag.allCases where flag.belongs(to: command) {
      if !hasFlags { output.add(".Bl -tag -width Ds\n") }
      hasFlags = true
      output.add(".It ")
      writeName(Flag.command(flag))
      output.add("\n")
      writeSentence(flag.summary)
    }
    if hasFlags { output.add(".El\n") }
  }

  mutating func write(_ setting: Setting) {
    output.add(".It ")
    writeName(Flag.setting(setting))
    output.add("\n")
    // What an address is, its values say.
    if setting != .host { writeSentence(setting.summary) }
    output.add("Takes ")
    setting.writeValues(to: &output)
    output.add("; by default ")
    setting.writeDefault(to: &output)
    output.add(".\n")
  }

  mutating func writeVariable(_ setting: Setting) {
    output.add(".It Ev ")
    output.add(setting.variable)
    output.add("\n.Fl ")
    writeLiteral(setting.flag.bytes.extracting(1..<setting.flag.utf8CodeUnitCount))
    output.add("\n")
  }

  mutating func write(_ route: Route) {
    output.add(route.takesContent ? ".It POST Pa " : ".It GET Pa ")
    output.add(route.path)
    output.add("\n")
    writeSentence(route.summary)
  }

  mutating func write(_ status: ExitStatus) {
    output.add(".It ")
    output.add(Int(status.rawValue))
    output.add("\n")
    writeSentence(status.summary)
  }

  private mutating func writeName(_ command: Command, after start: StaticString) {
    output.add(start)
    if command.isFlag {
      output.add("Fl ")
      writeLiteral(command.word.bytes.extracting(1..<command.word.utf8CodeUnitCount))
    } else {
      output.add("Cm ")
      output.add(command.word)
    }
  }

  // The macro Fl writes the first hyphen.
  private mutating func writeName(_ flag: Flag) {
    output.add("Fl ")
    writeLiteral(flag.name.bytes.extracting(1..<flag.name.utf8CodeUnitCount))
    guard let value = flag.value else { return }
    output.add(" Ar ")
    if let choices = flag.choices {
      choices.write(separator: UInt8(ascii: "|"), to: &output)
    } else {
      output.add(value)
    }
  }

  // The summary with a capital and a full stop. None begins with a control character of roff or has a backslash.
  @inline(never)
  private mutating func writeSentence(_ summary: StaticString) {
    let first = summary.bytes[0]
    output.append(first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z") ? first - 0x20 : first)
    output.add(summary.bytes.extracting(1..<summary.utf8CodeUnitCount))
    output.add(".\n")
  }

  mutating func writeLiteral(_ text: StaticString) {
    writeLiteral(text.bytes)
  }

  // Hyphens that are typed, not typeset.
  @inline(never)
  private mutating func writeLiteral(_ text: Span<UInt8>) {
    for index in text.indices {
      if text[index] == UInt8(ascii: "-") { output.append(UInt8(ascii: "\\")) }
      output.append(text[index])
    }
  }
}
