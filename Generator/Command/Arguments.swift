// The command line.
struct Arguments {
  struct UsageError: Error {
    var message: String
  }

  static let help = """
    Usage: generate-model --model <file.onnx> [--labels <file.json> | --labels-if-there <file.json>]
                          [--vectors <file.json>] [--type-name <name>] [--output <file.swift>]
           generate-model --operators

    Compiles an ONNX model and its labels to Swift.

      --model      The ONNX file.
      --labels     A JSON object with a label for every class; a model without classes needs none.
      --labels-if-there
                   The same, but for a model without classes the file need not be there.
      --vectors    Inputs with ONNX Runtime's outputs, as models/vectors.py writes them. A few are compiled in, and the
                   server proves itself on them before it serves.
      --type-name  The generated type, GeneratedModel unless given.
      --output     Where to write; standard output unless given. A file with the same content is left alone.
      --operators  Lists the operators that can be compiled, in Markdown.
      --help       This text.
    """

  private static let options = [
    "--model", "--labels", "--labels-if-there", "--vectors", "--type-name", "--output",
  ]

  private(set) var model = ""
  private(set) var labels: String?
  private(set) var labelsIfThere: String?
  private(set) var vectors: String?
  private(set) var typeName = "GeneratedModel"
  private(set) var output: String?
  private(set) var wantsHelp = false
  private(set) var wantsOperators = false

  init(_ arguments: ArraySlice<String>) throws(UsageError) {
    var values: [String: String] = [:]
    var rest = arguments
    while let option = rest.popFirst() {
      guard option != "--help" else {
        wantsHelp = true
        return
      }
      guard option != "--operators" else {
        wantsOperators = true
        return
      }
      guard Self.options.contains(option) else {
        throw UsageError(message: "unknown argument '\(option)'")
      }
      guard values[option] == nil else { throw UsageError(message: "\(option) is given twice") }
      guard let value = rest.popFirst(), !value.isEmpty else {
        throw UsageError(message: "\(option) needs a value")
      }
      values[option] = value
    }
    guard let model = values["--model"] else { throw UsageError(message: "--model is missing") }
    self.model = model
    labels = values["--labels"]
    labelsIfThere = values["--labels-if-there"]
    guard labels == nil || labelsIfThere == nil else {
      throw UsageError(message: "--labels and --labels-if-there are given")
    }
    vectors = values["--vectors"]
    output = values["--output"]
    typeName = values["--type-name"] ?? typeName
    guard Self.isTypeName(typeName) else { throw UsageError(message: "'\(typeName)' is not the name of a type") }
  }

  // An upper-case letter first keeps clear of keywords.
  private static func isTypeName(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || Character(Unicode.Scalar($0)).isASCIILetterOrDigit }
      && name.first?.isUppercase == true
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
