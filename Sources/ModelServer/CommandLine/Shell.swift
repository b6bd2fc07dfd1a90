// The shells that complete the command line by a script; the names of the cases are the words of `choices`, in their order.
enum Shell: UInt8, CaseIterable {
  case bash, zsh, fish

  static var choices: Choices { Choices(words: "bash zsh fish") }
}
