import Bytes

// Scripts that complete the command line in a shell, made from the tables that the help is made from. Each finds the command
// that is given, and offers its flags and operands, or the commands where there is none; behind a flag, the flag's choices.
struct Completion: ~Copyable {
  var output = ByteBuffer()

  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  static func write(_ shell: Shell, to output: inout ByteBuffer) {
    var completion = Completion(shell)
    swap(&completion.output, &output)
  }

  init(_ shell: Shell) {
    switch shell {
    case .bash: writeBash()
    case .zsh: writeZsh()
    case .fish: writeFish()
    }
  }

  // The commands that are words of their own, not flags.
  @inline(never)
  mutating func writeCommands(separator: StaticString) {
    var isFirst = true
    for command in Command.allCases where !command.isFlag {
      if !isFirst { output.add(separator) }
      isFirst = false
      output.add(command.word)
    }
  }

  // A text between apostrophes, without them. Bytes of `special` get a backslash; an apostrophe is written as given.
  @inline(never)
  mutating func write(
    _ text: StaticString, special: StaticString, apostrophe: StaticString
  ) {
    let (bytes, special) = (text.bytes, special.bytes)
    for index in bytes.indices {
      for place in special.indices where special[place] == bytes[index] { output.append(UInt8(ascii: "\\")) }
      if bytes[index] == UInt8(ascii: "'") {
        output.add(apostrophe)
      } else {
        output.append(bytes[index])
      }
    }
  }
}
