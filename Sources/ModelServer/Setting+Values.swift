import Bytes

// What is told of a setting's values, by the help, the manual and the message for a value that is none.
extension Setting {
  // `a number from 1 to 1024`, `one of: TEXT JSON`, or the summary where that says it.
  @inline(never)
  func writeValues(to output: inout ByteBuffer) {
    switch kind {
    case .number(let range, let number, _):
      output.add("a number from ")
      output.add(range.lowerBound)
      output.add(" to ")
      output.add(range.upperBound)
      if let number, !range.contains(number) {
        output.add(", or ")
        output.add(number)
      }
    case .word(let choices, _):
      output.add("one of: ")
      output.add(choices.words)
    case .address: output.add(summary)
    }
  }

  @inline(never)
  func writeDefault(to output: inout ByteBuffer) {
    switch kind {
    case .address: output.add(Configuration.defaultHost)
    case .word(_, let word): output.add(word)
    case .number(_, let number?, let unit):
      output.add(number)
      output.add(unit)
    case .number(_, nil, _): output.add(self == .workers ? "one per CPU granted" : "what the descriptors allow")
    }
  }
}
