import Bytes

// What stands behind a command.
enum Operand {
  // A file; without one the standard input is read.
  case file

  var name: StaticString {
    switch self {
    case .file: "FILE"
    }
  }

  // `FILE is the standard input by default`
  @inline(never)
  func writeMeaning(to output: inout ByteBuffer) {
    output.add(name)
    output.add(" is the standard input by default")
  }
}
