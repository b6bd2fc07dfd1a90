// What the program's end tells: the help, the manual and the code are made from this table.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case failure = 1
  case usage = 2
  case skipped = 3
  // As a shell tells of a program that SIGPIPE ended.
  case closedPipe = 141

  var summary: StaticString {
    switch self {
    case .success: "success"
    case .failure: "a check, a self-test, a row, a read or a write failed"
    case .usage: "the command line or the environment cannot be followed, or the address is not to be had"
    case .skipped: "bad rows were left out, all others were scored"
    case .closedPipe: "nobody reads the standard output any more"
    }
  }
}
