// A flag as the completion and the manual tell of it, whichever table it is from.
enum Flag {
  case setting(Setting)
  case command(CommandFlag)

  // How many flags there are.
  static var count: Int { Setting.allCases.count + CommandFlag.allCases.count }

  // The flag at a place among all, in the order of their tables.
  @inline(never)
  init(_ place: Int) {
    let settings = Setting.allCases.count
    self = place < settings ? .setting(Setting.allCases[place]) : .command(CommandFlag.allCases[place - settings])
  }

  // With its two hyphens.
  @inline(never)
  var name: StaticString {
    switch self {
    case .setting(let setting): setting.flag
    case .command(let flag): flag.flag
    }
  }

  // What its value is called; nil for a flag without one.
  var value: StaticString? {
    switch self {
    case .setting(let setting): setting.variable
    case .command(let flag): flag.choices == nil ? nil : "CHOICE"
    }
  }

  @inline(never)
  var choices: Choices? {
    switch self {
    case .setting(let setting): setting.choices
    case .command(let flag): flag.choices
    }
  }

  @inline(never)
  var summary: StaticString {
    switch self {
    case .setting(let setting): setting.summary
    case .command(let flag): flag.summary
    }
  }

  // Whether it means something to a command.
  @inline(never)
  func concerns(_ command: Command) -> Bool {
    switch self {
    case .setting(let setting): setting.concerns(command)
    case .command(let flag): flag.belongs(to: command)
    }
  }
}
