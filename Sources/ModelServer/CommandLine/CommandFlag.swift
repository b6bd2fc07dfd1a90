import Bytes
import HTTP

// The flags of single commands: the help, the parser, the completion and the manual are made from this table.
enum CommandFlag: UInt8, CaseIterable {
  case format, header, onError

  var flag: StaticString {
    switch self {
    case .format: "--format"
    case .header: "--header"
    case .onError: "--on-error"
    }
  }

  // The words it takes, the default first, in the order of the cases they stand for.
  var choices: StaticString {
    switch self {
    case .format: "auto csv jsonl"
    case .header: "auto yes no"
    case .onError: "fail skip"
    }
  }

  // The place of a word among the choices.
  func choice(_ word: Span<UInt8>) -> UInt8? {
    let choices = choices.bytes
    var (index, start) = (UInt8(0), 0)
    for end in 0...choices.count where end == choices.count || choices[end] == UInt8(ascii: " ") {
      if choices.extracting(start..<end).equals(word) { return index }
      index += 1
      start = end + 1
    }
    return nil
  }

  var summary: StaticString {
    switch self {
    case .format: "form of the lines; auto: by the first byte"
    case .header: "whether the first line of CSV names the columns; auto: if no field is a number"
    case .onError: "what a bad row does, once it is reported: end with exit 1, or be left out, with exit 3"
    }
  }

  func belongs(to command: Command) -> Bool {
    switch self {
    case .format, .header, .onError: command == .score
    }
  }
}
