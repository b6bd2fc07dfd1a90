import Foundation
import Testing

/// `score` on real files, pipes and a pseudo-terminal.
struct ScoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "score-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ text: String) throws -> String {
    let url = folder.appending(path: UUID().uuidString)
    try text.write(to: url, atomically: false, encoding: .utf8)
    return url.path
  }

  /// Runs a line of the shell, in which `$0` is the program and `$1`, `$2` are files.
  private func shell(
    _ line: String, _ files: String..., environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String, error: String) {
    let process = Process()
    let (output, error) = (folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString))
    for url in [output, error] { try Data().write(to: url) }
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line, ServerProcess.program.path] + files
    process.environment = ["PATH": "/usr/bin:/bin"]
      .merging(ServerProcess.profiling) { $1 }.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOf: output, encoding: .utf8),
      try String(contentsOf: error, encoding: .utf8)
    )
  }

  private func rows() throws -> [String] {
    let models = URL(filePath: #filePath).appending(path: "../../../models").standardizedFileURL
    return try ConformanceVectors(from: models.appending(path: "iris_svc.vectors.json")).rows
      .filter { $0.features.floats.allSatisfy(\.isFinite) }
      .map { $0.features.floats.map { String(Double($0)) }.joined(separator: ",") }
  }

  @Test func answersAsTheServerDoes() throws {
    let rows = try rows()
    try #require(rows.count >= 1900)
    let server = try ServerProcess()
    let client = try Client(server)
    let body = "{\"data\":[\(rows.map { "[\($0)]" }.joined(separator: ","))]}"
    let scores = try Predictions(try client.post("/predict", body).body)
    let labels = try Predictions(try client.post("/predict/label", body).body)
    try #require(scores.elements.count == rows.count && labels.elements.count == rows.count)

    let csv = try shell("\"$0\" score \"$1\"", try file("a,b,c,d\n" + rows.map { "\($0)\n" }.joined()))
    #expect(csv.status == 0 && csv.error == "")
    var expected = "a,b,c,d,setosa,versicolor,virginica,label\n"
    for (row, (scores, label)) in zip(rows, zip(scores.elements, labels.elements)) {
      expected += "\(row),\(scores.dropFirst().dropLast()),\(label.dropFirst().dropLast())\n"
    }
    #expect(csv.output == expected)

    let lines = try shell(
      "\"$0\" score --format=jsonl - < \"$1\"", try file(rows.map { "{\"data\":[\($0)]}\n" }.joined()))
    #expect(lines.status == 0 && lines.error == "")
    #expect(
      lines.output
        == zip(scores.elements, labels.elements).map { "{\"prediction\":\($0),\"label\":\($1)}\n" }.joined())
  }

  @Test func stopsAtABadRow() throws {
    let result = try shell("\"$0\" score \"$1\"", try file("5.1,3.5,1.4,0.2\n5.1,3.5,x,0.2\n5.1,3.5,1.4,0.2\n"))
    #expect(result.status == 1)
    #expect(result.error == "model-server: line 2: value 3 is not a number: \"5.1,3.5,x,0.2\"\n")
    #expect(result.output.hasPrefix("5.1,3.5,1.4,0.2,0.97") && result.output.split(separator: "\n").count == 1)
  }

  @Test func skipsBadRowsWhereTold() throws {
    let result = try shell(
      "\"$0\" --on-error skip score \"$1\"", try file("5.1,3.5,1.4,0.2\n5.1,3.5\n5.1,3.5,1.4,0.2\n"))
    #expect(result.status == 3)
    #expect(
      result.error.hasPrefix("model-server: line 2: 2 values, the model takes 4: \"5.1,3.5\"\nmodel-server: 2 rows, "))
    #expect(result.error.hasSuffix(" rows/s, 1 skipped\n"))
    #expect(result.output.split(separator: "\n").count == 2)
  }

  @Test(
    arguments: [
      ("score --format xml", "model-server: --format: 'xml' is not one of: auto csv jsonl\n"),
      ("score --on-error", "model-server: --on-error needs a value\n"),
      ("inspect --format csv", "model-server: --format is no flag of inspect\n"),
      ("score a b", "model-server: unknown argument 'b'; see --help\n"),
      ("score --unknown", "model-server: unknown argument '--unknown'; see --help\n"),
      ("inspect a", "model-server: unknown argument 'a'; see --help\n"),
    ])
  func refusesCommandLines(arguments: String, message: String) throws {
    let result = try ServerProcess.run(arguments.split(separator: " ").map(String.init))
    #expect(result.status == 2 && result.output == "" && result.error == message)
  }

  @Test func tellsWhichFileCannotBeRead() throws {
    let missing = try ServerProcess.run(["score", "/nowhere"])
    #expect(missing.status == 1 && missing.error == "model-server: cannot open /nowhere: No such file or directory\n")
    let directory = try ServerProcess.run(["score", folder.path])
    #expect(directory.status == 1 && directory.error == "model-server: cannot read the input: Is a directory\n")
  }

  @Test func aFullDiskIsAnError() throws {
    let result = try shell("\"$0\" score \"$1\" > /dev/full", try file("5.1,3.5,1.4,0.2\n"))
    #expect(result.status == 1)
    #expect(result.error == "model-server: cannot write the output: No space left on device\n")
  }

  @Test func aClosedPipeEndsItQuietly() throws {
    let input = try file(String(repeating: "5.1,3.5,1.4,0.2\n", count: 100_000))
    let line = "\"$0\" score \"$1\" | head -n 1 | wc -l; echo \"${PIPESTATUS[0]}\""
    let result = try shell(line, input)
    #expect(result.output == "1\n141\n" && result.error == "")
    // Where a parent ignores the signal, it is an error of the write.
    let ignored = try shell("trap '' PIPE; \(line)", input)
    #expect(ignored.output == "1\n141\n" && ignored.error == "")
  }

  @Test func answersComeBeforeTheInputEnds() throws {
    let line = """
      coproc "$0" score
      echo 5.1,3.5,1.4,0.2 >&"${COPROC[1]}"
      read -r -t 60 answer <&"${COPROC[0]}" && echo "$answer"
      """
    #expect(try shell(line).output.hasPrefix("5.1,3.5,1.4,0.2,0.97"))
  }

  @Test func waitsForANonBlockingInput() throws {
    // A pipe of which the reading end is non-blocking, and whose writer comes late.
    let line = """
      python3 -c '
      import os, subprocess, sys, time
      reading, writing = os.pipe()
      os.set_blocking(reading, False)
      child = subprocess.Popen([sys.argv[1], "score"], stdin=reading)
      time.sleep(0.3)
      os.write(writing, b"5.1,3.5,1.4,0.2\\n")
      os.close(writing)
      sys.exit(child.wait())' "$0"
      """
    let result = try shell(line)
    #expect(result.status == 0 && result.output.hasPrefix("5.1,3.5,1.4,0.2,0.97"), "\(result.error)")
  }

  /// Runs statements of Python with the standard error of `score` on a terminal, and gives what that shows. `start` starts it
  /// on some input, `look` waits for the progress, `end` for the exit status that is expected.
  private func terminal(_ statements: String, rows: Int = 0) throws -> String {
    let script = #"""
      import os, pty, signal, socket, struct, subprocess, sys, time
      signal.alarm(120)
      leader, follower = pty.openpty()
      row, shown = b"5.1,3.5,1.4,0.2\n", b""
      program, file = sys.argv[1:]
      def start(input, output=subprocess.DEVNULL):
        return subprocess.Popen([program, "score"], stdin=input, stdout=output, stderr=follower)
      def look():
        global shown
        while b"rows/s" not in shown: shown += os.read(leader, 4096)
      def end(status):
        global shown
        os.close(follower)
        try:
          while True: shown += os.read(leader, 4096)
        except OSError: pass
        assert child.wait() == status, child.returncode
      def feed(write):
        write(row)
        time.sleep(0.3)
        write(row)
        look()

      """# + statements + "\nsys.stdout.buffer.write(shown)"
    let file = try file(String(repeating: "5.1,3.5,1.4,0.2\n", count: rows))
    let result = try shell("python3 -c '\(script)' \"$0\" \"$1\"", file)
    #expect(result.status == 0 && result.error == "", "\(result.error)")
    return result.output
  }

  /// Whatever comes behind the progress stands where the progress did.
  @Test(
    arguments: [
      (
        "end of input",
        """
        child = start(subprocess.PIPE)
        feed(lambda row: os.write(child.stdin.fileno(), row))
        child.stdin.close()
        end(0)
        """, "model-server: 2 rows, N rows/s\r\n"
      ),
      (
        "bad row",
        """
        child = start(subprocess.PIPE)
        feed(lambda row: os.write(child.stdin.fileno(), row))
        os.write(child.stdin.fileno(), b"x\\n")
        end(1)
        """, "model-server: line 3: value 1 is not a number: \"x\"\r\n"
      ),
      (
        "input that fails",
        """
        listener = socket.create_server(("127.0.0.1", 0))
        peer = socket.create_connection(listener.getsockname())
        child = start(listener.accept()[0])
        feed(peer.sendall)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()
        end(1)
        """, "model-server: cannot read the input: Connection reset by peer\r\n"
      ),
      (
        "output that nobody reads",
        """
        child = start(subprocess.PIPE, subprocess.PIPE)
        feed(lambda row: os.write(child.stdin.fileno(), row))
        child.stdout.close()
        os.write(child.stdin.fileno(), row)
        end(141)
        """, ""
      ),
    ] as [(String, String, String)])
  func theProgressIsClearedBehindIt(_ label: String, _ statements: String, _ last: String) throws {
    let shown = try terminal(statements)
    let parts = shown.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(shown.debugDescription)")
    #expect(parts[0].wholeMatch(of: /\r2 rows, [0-9]+ rows\/s\u{1B}\[K/) != nil, "\(shown.debugDescription)")
    #expect(parts[1].replacing(/[0-9]+ rows\/s/, with: "N rows/s") == last, "\(shown.debugDescription)")
  }

  @Test func theTimeLeftIsToldOfAFile() throws {
    // The answers to the first part of the file wait until there is a progress to tell of.
    let shown = try terminal(
      """
      child = start(open(file), subprocess.PIPE)
      child.stdout.read(1)
      time.sleep(0.3)
      child.stdout.read()
      end(0)
      """, rows: 100_000)
    let progress = /\r[0-9]+ rows, [0-9]+ rows\/s, [0-9]+ s left\u{1B}\[K/
    #expect(shown.contains(progress), "\(shown.debugDescription)")
    #expect(
      shown.contains(/\r\u{1B}\[Kmodel-server: 100000 rows, [0-9]+ rows\/s\r\n$/), "\(shown.debugDescription)")
  }

  /// Predictions that scroll over the terminal are progress enough.
  @Test func aTerminalThatTakesThePredictionsIsShownNoProgress() throws {
    let shown = try terminal(
      """
      child = start(subprocess.PIPE, follower)
      for _ in range(2):
        os.write(child.stdin.fileno(), row)
        time.sleep(0.3)
      child.stdin.close()
      end(0)
      """)
    #expect(!shown.contains("\u{1B}") && !shown.contains("rows/s") && shown.split(separator: "\r\n").count == 2)
  }

  /// Larger than its buffers by far, and the memory stays what it is; REQUESTS says how large.
  @Test func memoryDoesNotGrowWithTheInput() throws {
    let count = Int(ProcessInfo.processInfo.environment["REQUESTS"] ?? "") ?? 10_000
    let input = try file(String(repeating: "5.1,3.5,1.4,0.2\n", count: count))
    let line = """
      ulimit -v 65536
      "$0" score "$1" | sort | uniq -c
      echo "${PIPESTATUS[0]}"
      """
    let result = try shell(isRelease ? line : String(line.drop { $0 != "\n" }), input)
    #expect(result.error == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2 && lines.first?.contains("\(count) 5.1,3.5,1.4,0.2,0.97") == true && lines.last == "0")
  }

  private var isRelease: Bool { ServerProcess.program.path.contains("/release/") }
}

/// The elements of `prediction` in an answer, as they were written.
private struct Predictions {
  var elements: [String] = []

  init(_ answer: String) throws {
    let prefix = "{\"prediction\":["
    try #require(answer.hasPrefix(prefix) && answer.hasSuffix("]}"))
    let list = answer.dropFirst(prefix.count).dropLast(2)
    if list.hasPrefix("[") {
      elements = list.dropFirst().dropLast().split(separator: "],[").map { "[\($0)]" }
    } else {
      elements = list.split(separator: ",").map(String.init)
    }
  }
}
