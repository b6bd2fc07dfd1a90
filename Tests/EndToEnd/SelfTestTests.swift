import Foundation
import Testing

/// The program proves its model on ONNX Runtime's answers.
struct SelfTestTests {
  /// Every row it prints is that row of the vectors file: inputs, scores and label.
  @Test func printsRowsOfTheVectorsFile() throws {
    let models = URL(filePath: #filePath).appending(path: "../../../models").standardizedFileURL
    let vectors = try ConformanceVectors(from: models.appending(path: "iris_svc.vectors.json"))
    let labels = ["setosa", "versicolor", "virginica"]
    let result = try ServerProcess.run(["selftest"])
    #expect(result.status == 0)
    #expect(result.error == "")
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 9)
    for line in lines.dropLast() {
      let match = try #require(line.firstMatch(of: /^row ([0-9]+):/), "\(line)")
      let number = try #require(Int(match.1))
      let row = try #require(vectors.rows.indices.contains(number) ? vectors.rows[number] : nil)
      let label = labels[try #require(vectors.index(of: row))]
      #expect(line == "row \(number): \(list(row.features.floats)) = \(list(row.scores.floats)) \"\(label)\" ok")
    }
    for label in labels { #expect(lines.contains { $0.hasSuffix("\"\(label)\" ok") }, "a row of every class") }
    #expect(
      try #require(lines.last).wholeMatch(
        of: /8 of 8 rows of ONNX Runtime [0-9.]+'s answers equal, 0 ulp: iris_svc, sha256 [0-9a-f]{64}/) != nil)
    #expect(lines.last?.hasSuffix(vectors.sha256) == true)
  }

  @Test func inspectTellsOfIt() throws {
    let output = try ServerProcess.run(["inspect"]).output
    #expect(output.contains(/self-test +8 rows of ONNX Runtime [0-9.]+\n/))
  }

  private func list(_ values: [Float]) -> String {
    "[\(values.map { String(Double($0)) }.joined(separator: ","))]"
  }
}
