import Bytes

extension Completion {
  // Needs nothing of the package bash-completion.
  mutating func writeBash() {
    output.add(
      """
      _model_server() {
        local word=${COMP_WORDS[COMP_CWORD]} flag=${COMP_WORDS[COMP_CWORD-1]} prefix='' command='' list='' item
        # --flag=value comes as three words, or as one where COMP_WORDBREAKS has no equals sign.
        if [[ $word == = ]]; then
          word=''
        elif [[ $flag == = ]]; then
          flag=${COMP_WORDS[COMP_CWORD-2]}
        elif [[ $word == --*=* ]]; then
          flag=${word%%=*} prefix=${word%%=*}= word=${word#*=}
        fi
        COMPREPLY=()
        case $flag in

      """)
    for place in 0..<Flag.count { writeChoices(Flag(place)) }
    output.add(
      """
        *)
          for item in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
            case $item in
            (
      """)
    writeCommands(separator: "|")
    output.add(
      """
      ) command=$item; break ;;
            esac
          done
          case $word:${command:-serve} in

      """)
    for command in Command.allCases where !command.isFlag { writeFlags(of: command) }
    output.add(
      """
          *)
            case $command in
            '') list='
      """)
    writeCommands(separator: " ")
    output.add("' ;;\n")
    for command in Command.allCases { writeOperands(of: command) }
    output.add(
      """
            esac ;;
          esac ;;
        esac
        mapfile -t COMPREPLY < <(compgen -P "$prefix" -W "$list" -- "$word")
      }
      complete -F _model_server model-server

      """)
  }

  // What is offered behind a flag that has a value.
  private mutating func writeChoices(_ flag: Flag) {
    guard flag.value != nil else { return }
    output.add("  ")
    output.add(flag.name)
    guard let choices = flag.choices else { return output.add(") return ;;\n") }
    output.add(") list='")
    output.add(choices.words)
    output.add("' ;;\n")
  }

  private mutating func writeFlags(of command: Command) {
    output.add("    -*:")
    output.add(command.word)
    output.add(") list='")
    for place in 0..<Flag.count where Flag(place).concerns(command) { writeWord(Flag(place).name) }
    for command in Command.allCases where command.isFlag { writeWord(command.word) }
    output.add("' ;;\n")
  }

  // Files are left to the shell, which knows how to quote them.
  private mutating func writeOperands(of command: Command) {
    guard let operand = command.operand else { return }
    output.add("      ")
    output.add(command.word)
    if let choices = operand.choices {
      output.add(") list='")
      output.add(choices.words)
      output.add("' ;;\n")
    } else {
      output.add(") compopt -o default 2>/dev/null ;;\n")
    }
  }

  @inline(never)
  private mutating func writeWord(_ word: StaticString) {
    output.add(" ")
    output.add(word)
  }
}
