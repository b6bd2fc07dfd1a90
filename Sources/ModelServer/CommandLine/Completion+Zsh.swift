import Bytes

extension Completion {
  // For a folder of $fpath, where the file's name is `_model-server`, or to be evaluated.
  mutating func writeZsh() {
    output.add(
      """
      #compdef model-server
      _model_server() {
        local item command=serve
        local -a arguments subcommands=(

      """)
    for command in Command.allCases where !command.isFlag {
      output.add("    '")
      writeZsh(command.word, ":", command.summary)
      output.add("'\n")
    }
    output.add(
      """
        )
        for item in ${words[2,CURRENT-1]}; do
          case $item in
          (
      """)
    writeCommands(separator: "|")
    output.add(
      """
      ) command=$item; break ;;
          esac
        done
        case $command in

      """)
    for command in Command.allCases where !command.isFlag { writeZsh(command) }
    output.add("  esac\n")
    output.add("  _arguments '1:command:{_describe command subcommands}' $arguments")
    for command in Command.allCases where command.isFlag {
      output.add(" '(- *)")
      writeZsh(command.word, "[", command.summary)
      output.add("]'")
    }
    output.add(
      """

      }
      if [[ $funcstack[1] == _model-server ]]; then _model_server "$@"; else compdef _model_server model-server; fi

      """)
  }

  private mutating func writeZsh(_ command: Command) {
    output.add("  (")
    output.add(command.word)
    output.add(") arguments=(")
    for place in 0..<Flag.count where Flag(place).concerns(command) { writeZsh(Flag(place)) }
    if let operand = command.operand {
      output.add("\n    '2:")
      output.add(operand.name)
      output.add(":")
      writeZsh(operand.choices, otherwise: "_files")
    }
    output.add(") ;;\n")
  }

  // `'--flag=[summary]:VALUE:(choices)'`
  private mutating func writeZsh(_ flag: Flag) {
    output.add("\n    '")
    writeZsh(flag.name, flag.value == nil ? "[" : "=[", flag.summary)
    output.add("]")
    if let value = flag.value {
      output.add(":")
      output.add(value)
      output.add(":")
      writeZsh(flag.choices, otherwise: "")
    } else {
      output.add("'")
    }
  }

  // The end of a specification: what is offered for the value.
  private mutating func writeZsh(_ choices: Choices?, otherwise: StaticString) {
    if let choices {
      output.add("(")
      output.add(choices.words)
      output.add(")")
    } else {
      output.add(otherwise)
    }
    output.add("'")
  }

  private mutating func writeZsh(_ name: StaticString, _ separator: StaticString, _ summary: StaticString) {
    output.add(name)
    output.add(separator)
    write(summary, special: "\\[]", apostrophe: #"'\''"#)
  }
}
