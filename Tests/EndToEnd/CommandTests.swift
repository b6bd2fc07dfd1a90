import Foundation
import Testing

/// What the commands print for a program to read, and how the command line is read.
struct CommandTests {
  private func object(_ text: String) throws -> [String: Any] {
    #expect(text.hasSuffix("}\n") && text.count { $0 == "\n" } == 1, "one line")
    return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The facts are those of `/metadata` and of the lines for people.
  @Test func inspectTellsTheModelAsJSON() throws {
    let result = try ServerProcess.run(["inspect", "--json"])
    #expect(result.status == 0 && result.error == "")
    let model = try object(result.output)
    let lines = try ServerProcess.run(["inspect"]).output
    let server = try ServerProcess()
    let client = try Client(server)
    let metadata = try object(try client.get("/metadata").body + "\n")
    for fact in ["name", "version", "sha256", "producer", "opsets", "operators"] {
      let value = try #require(model[fact] as? String)
      #expect(value == metadata["model_\(fact)"] as? String)
      #expect(lines.contains(try Regex("(?m)^\(fact) +\(NSRegularExpression.escapedPattern(for: value))$")))
    }
    #expect(model["labels"] as? [String: String] == metadata["labels"] as? [String: String])
    #expect(model["sample"] as? [[Double]] == metadata["data_sample"] as? [[Double]])
    let inputs = try #require(model["inputs"] as? [[String: Any]])
    #expect(inputs.count == 1)
    let outputs = try #require(model["outputs"] as? [[String: Any]])
    #expect(outputs.count == 1)
    for (tensor, name, width) in [(inputs[0], "input", 4), (outputs[0], "output_probability", 3)] {
      #expect(tensor["name"] as? String == name && tensor["type"] as? String == "float32")
      #expect(tensor["shape"] as? [Int] == [1, width])
    }
    #expect(model["probabilities"] as? Bool == true)
    #expect(model["label"] as? String == "output_label")
    #expect(try #require(model["constant_bytes"] as? Int) > 0)
    #expect(model["self_test_rows"] as? Int == 8)
    #expect((model["self_test_runtime"] as? String)?.wholeMatch(of: /[0-9.]+/) != nil)
    #expect(try ServerProcess.run(["--version"]).output.hasPrefix("model-server \(model["server_version"] ?? ""), "))
  }

  /// Every row is that row of the vectors file.
  @Test func selfTestTellsItsRowsAsJSON() throws {
    let models = URL(filePath: #filePath).appending(path: "../../../models").standardizedFileURL
    let vectors = try ConformanceVectors(from: models.appending(path: "iris_svc.vectors.json"))
    let result = try ServerProcess.run(["--json", "selftest"])
    #expect(result.status == 0 && result.error == "")
    let report = try object(result.output)
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.count == 8 && report["equal_rows"] as? Int == 8 && report["equal"] as? Bool == true)
    #expect(report["name"] as? String == "iris_svc" && report["sha256"] as? String == vectors.sha256)
    #expect((report["runtime"] as? String)?.wholeMatch(of: /[0-9.]+/) != nil)
    let labels = ["setosa", "versicolor", "virginica"]
    for row in rows {
      let number = try #require(row["row"] as? Int)
      let expected = try #require(vectors.rows.indices.contains(number) ? vectors.rows[number] : nil)
      // Foundation's doubles are off by some in the last place.
      #expect((row["features"] as? [Double])?.map(Float.init) == expected.features.floats, "row \(number)")
      #expect((row["scores"] as? [Double])?.map(Float.init) == expected.scores.floats, "row \(number)")
      let label = try #require(vectors.index(of: expected))
      #expect(row["label"] as? String == labels[label], "row \(number)")
      #expect((row["differences"] as? [String])?.isEmpty == true, "row \(number)")
    }
  }

  @Test(arguments: [["score", "--help"], ["--help", "score"], ["--format", "csv", "--help"], ["--help", "--nope"]])
  func helpIsGivenBesideAnyCommand(_ arguments: [String]) throws {
    let help = try ServerProcess.run(arguments)
    #expect(help.status == 0 && help.error == "")
    #expect(try help.output == ServerProcess.run(["--help"]).output)
  }

  @Test(
    arguments: [
      ("completion", "completion needs one of: bash zsh fish"),
      ("completion tcsh", "completion: 'tcsh' is not one of: bash zsh fish"),
      ("completion bash zsh", "unknown argument 'zsh'; see --help"),
      ("man page", "unknown argument 'page'; see --help"),
      ("score --json", "--json is no flag of score"),
      ("--json", "--json is no flag of serve"),
      ("inspect --json=yes", "unknown argument '--json=yes'; see --help"),
      ("--sandbox yes", "--sandbox: 'yes' is not one of: off on"),
    ])
  func refusesCommandLines(arguments: String, message: String) throws {
    let result = try ServerProcess.run(arguments.split(separator: " ").map(String.init))
    #expect(result.status == 2 && result.output == "" && result.error == "model-server: \(message)\n")
  }

  /// A script that was cut short is worse than none.
  @Test(arguments: ["--help", "completion bash", "man", "inspect --json"])
  func aFullDiskIsAnError(_ arguments: String) throws {
    let process = Process()
    process.executableURL = ServerProcess.program
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }
}
