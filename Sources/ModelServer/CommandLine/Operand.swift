import Bytes

// What stands behind a command.
enum Operand {
  // A file; without one the standard input is read.
  case file
  case shell

  var name: StaticString {
    switch self {
    case .file: "FILE"
    case .shell: "SHELL"
    }
  }

  // The words of which it is one. Then it cannot be left out.
  var choices: Choices? {
    switch self {
    case .file: nil
    case .shell: Shell.choices
    }
  }

  // `SHELL is one of: bash zsh fish`
  @inline(never)
  func writeMeaning(to output: inout ByteBuffer) {
    output.add(name)
    if let choices {
      output.add(" is one of: ")
      output.add(choices.words)
    } else {
      output.add(" is the standard input by default")
    }
  }
}
