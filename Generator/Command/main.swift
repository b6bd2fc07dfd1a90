import Foundation
import Generator

// generate-model: reads a model and its labels, writes Swift. Exit code 1: the model cannot be compiled; 2: bad usage.

func fail(_ message: String, code: Int32) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(code)
}

func read(_ path: String) -> SourceFile {
  do {
    return SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  } catch {
    fail("\(path):1:1: error: the file cannot be read", code: 1)
  }
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

do throws(Diagnostic) {
  let generated = try generateSource(
    model: read(arguments.model), labels: arguments.labels.map(read), vectors: arguments.vectors.map(read),
    typeName: arguments.typeName)
  guard let output = arguments.output else {
    print(generated.text, terminator: "")
    exit(0)
  }
  // A file left alone keeps its time stamp, and what depends on it need not be built again.
  let url = URL(fileURLWithPath: output)
  let data = Data(generated.text.utf8)
  if (try? Data(contentsOf: url)) != data {
    do {
      try data.write(to: url, options: .atomic)
    } catch {
      fail("\(output):1:1: error: the file cannot be written", code: 1)
    }
  }
  print(generated.summary)
} catch {
  fail(error.description, code: 1)
}
