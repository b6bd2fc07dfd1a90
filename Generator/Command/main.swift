import Foundation
import Generator

// generate-model: reads a model and its labels, writes Swift. Exit code 1: the model cannot be compiled; 2: bad usage.

func fail(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(code)
}

let arguments: Arguments
do throws(Arguments.UsageError) {
  arguments = try Arguments(CommandLine.arguments.dropFirst())
} catch {
  fail("generate-model: error: \(error.message); see --help", code: 2)
}

if arguments.wantsHelp {
  print(Arguments.help)
  exit(0)
}

if arguments.wantsOperators {
  print(operatorPage(), terminator: "")
  exit(0)
}

let optionalLabels = arguments.labelsIfThere.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

do throws(Diagnostic) {
  let generated = try generateSource(
    model: SourceFile(reading: arguments.model),
    labels: (arguments.labels ?? optionalLabels).map(SourceFile.init(reading:)),
    vectors: arguments.vectors.map(SourceFile.init(reading:)),
    typeName: arguments.typeName)
  guard let output = arguments.output else {
    print(generated.text, terminator: "")
    exit(0)
  }
  try SourceFile(path: output, bytes: Array(generated.text.utf8)).write()
  print(generated.summary)
} catch {
  fail(error.description, code: 1)
}
