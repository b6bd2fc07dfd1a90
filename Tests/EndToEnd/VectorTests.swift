import Foundation
import Testing

/// The vectors of the repository's model over HTTP: the answers are ONNX Runtime's, byte for byte.
struct VectorTests {
  private let server: ServerProcess
  private let client: Client
  private let vectors: ConformanceVectors
  private let labels = ["setosa", "versicolor", "virginica"]

  init() throws {
    server = try ServerProcess(["LOG_LEVEL": "INFO"])
    client = try Client(server)
    let models = URL(filePath: #filePath).appending(path: "../../../models").standardizedFileURL
    vectors = try ConformanceVectors(from: models.appending(path: "iris_svc.vectors.json"))
  }

  /// The rows that JSON can say.
  private var rows: [ConformanceVectors.Row] {
    vectors.rows.filter { $0.features.floats.allSatisfy(\.isFinite) }
  }

  private func body(_ rows: [ConformanceVectors.Row]) -> String {
    "{\"data\":[\(rows.map { list($0.features.floats) }.joined(separator: ","))]}"
  }

  /// As Python writes a list of floats. Swift's text of a double is Python's for every magnitude from 1e-16 to 1e15.
  private func list(_ values: [Float]) -> String {
    "[\(values.map { String(Double($0)) }.joined(separator: ","))]"
  }

  private func ownLabel(_ row: ConformanceVectors.Row) -> String? {
    vectors.index(of: row).map { labels[$0] }
  }

  @Test func everyRowAlone() throws {
    try #require(rows.count >= 1900)
    for row in rows {
      let body = body([row])
      #expect(try client.post("/predict", body).body == "{\"prediction\":\(list(row.scores.floats))}")
      #expect(try client.post("/predict/label", body).body == "{\"prediction\":\"\(labels[row.argmax])\"}")
      let graphLabel = try #require(ownLabel(row))
      #expect(try client.post("/predict/label?from=graph", body).body == "{\"prediction\":\"\(graphLabel)\"}")
    }
  }

  @Test func allRowsInOneRequest() throws {
    let body = body(rows)
    let scores = rows.map { list($0.scores.floats) }.joined(separator: ",")
    #expect(try client.post("/predict", body).body == "{\"prediction\":[\(scores)]}")
    let most = rows.map { "\"\(labels[$0.argmax])\"" }.joined(separator: ",")
    #expect(try client.post("/predict/label", body).body == "{\"prediction\":[\(most)]}")
    let own = try rows.map { "\"\(try #require(ownLabel($0)))\"" }.joined(separator: ",")
    #expect(try client.post("/predict/label?from=graph", body).body == "{\"prediction\":[\(own)]}")
  }

  @Test func thereAreRowsWhoseLabelsDiffer() {
    #expect(rows.count { labels[$0.argmax] != ownLabel($0) } >= 20)
  }
}
