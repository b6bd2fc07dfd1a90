import Bytes
import HTTP

// The flags of single commands: the help, the parser, the completion and the manual are made from this table.
enum CommandFlag: UInt8, CaseIterable {
  case format, header, onError, json

  @inline(never)
  var flag: StaticString {
    switch self {
    case .format: "--format"
    case .header: "--header"
    case .onError: "--on-error"
    case .json: "--json"
    }
  }

  // What it takes, the default first; nil for a flag without a value.
  @inline(never)
  var choices: Choices? {
    switch self {
    case .format: Choices(words: "auto csv jsonl")
    case .header: Choices(words: "auto yes no")
    case .onError: Choices(words: "fail skip")
    case .json: nil
    }
  }

  @inline(never)
  var summary: StaticString {
    switch self {
    case .format: "form of the lines; auto: by the first byte"
    case .header: "whether the first line of CSV names the columns; auto: if no field is a number"
    case .onError: "what a bad row does, once it is reported: end with exit 1, or be left out, with exit 3"
    case .json: "one JSON object instead of lines"
    }
  }

  func belongs(to command: Command) -> Bool {
    switch self {
    case .format, .header, .onError: command == .score
    case .json: command == .inspect || command == .selftest
    }
  }
}
