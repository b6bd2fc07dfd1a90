import Bytes

extension Completion {
  mutating func writeFish() {
    output.add(
      """
      # Whether the command that is given, or none, is among the arguments.
      function __model_server_command
        set -l words (commandline -opc)
        set -e words[1]
        for word in $words
          if contains -- $word 
      """)
    writeCommands(separator: " ")
    output.add(
      """

            contains -- $word $argv
            return
          end
        end
        contains -- none $argv
      end
      complete -c model-server -f

      """)
    for command in Command.allCases {
      if command.isFlag {
        output.add("complete -c model-server -l ")
        output.add(command.word.bytes.extracting(2..<command.word.utf8CodeUnitCount))
      } else {
        output.add("complete -c model-server -n '__model_server_command none' -a ")
        output.add(command.word)
      }
      writeFish(description: command.summary)
    }
    for command in Command.allCases {
      guard let operand = command.operand else { continue }
      output.add("complete -c model-server -n '__model_server_command ")
      output.add(command.word)
      output.add("'")
      writeFish(operand.choices, otherwise: " -F")
      output.add("\n")
    }
    for place in 0..<Flag.count { writeFish(Flag(place)) }
  }

  // A flag, and the commands that it is for.
  private mutating func writeFish(_ flag: Flag) {
    output.add("complete -c model-server -n '__model_server_command")
    for command in Command.allCases where flag.concerns(command) {
      if command == .serve { output.add(" none") }
      output.add(" ")
      output.add(command.word)
    }
    output.add("' -l ")
    output.add(flag.name.bytes.extracting(2..<flag.name.utf8CodeUnitCount))
    if flag.value != nil { output.add(" -x") }
    writeFish(flag.choices, otherwise: "")
    writeFish(description: flag.summary)
  }

  private mutating func writeFish(_ choices: Choices?, otherwise: StaticString) {
    guard let choices else { return output.add(otherwise) }
    output.add(" -a '")
    output.add(choices.words)
    output.add("'")
  }

  private mutating func writeFish(description: StaticString) {
    output.add(" -d '")
    write(description, special: "\\", apostrophe: #"\'"#)
    output.add("'\n")
  }
}
