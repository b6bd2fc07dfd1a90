import Bytes
import Foundation
import Inference
import Testing

@testable import EventLoop
@testable import ModelServer

/// What the extension `statistics` tells of what workers have done.
struct StatisticsTests {
  /// The answer, taken apart.
  private struct Statistics {
    let members: [String: Any]

    init<Model: CompiledModel>(_ connection: inout WorkerConnection<Model>, _ target: String = "/v2/models/stats")
      throws
    {
      let answer = try JSONSerialization.jsonObject(with: Data(connection.get(target).utf8))
      let models = try #require((answer as? [String: Any])?["model_stats"] as? [[String: Any]])
      members = try #require(models.first)
      #expect(models.count == 1)
    }

    subscript(member: String) -> Int? { members[member] as? Int }

    func part(_ name: String) -> (count: Int, nanoseconds: Int) {
      let part = (members["inference_stats"] as? [String: [String: Int]])?[name]
      return (part?["count"] ?? -1, part?["ns"] ?? -1)
    }
  }

  private func post(_ body: String, _ target: String = "/predict", type: String = "application/json") -> String {
    """
    POST \(target) HTTP/1.1\r
    Host: a\r
    Content-Type: \(type)\r
    Content-Length: \(body.utf8.count)\r
    \r
    \(body)
    """
  }

  private let infer = "/v2/models/sum_and_quotient/infer"

  private func tensor(_ rows: String...) -> String {
    #"{"inputs":[{"name":"x","shape":[\#(rows.count),2],"datatype":"FP32","data":[\#(rows.joined(separator: ","))]}]}"#
  }

  @Test(arguments: ["/v2/models/stats", "/v2/models/doubled/stats", "/v2/models/doubled/versions/0/stats"])
  func aNewServerHasDoneNothing(_ target: String) {
    var connection = WorkerConnection<Doubled>(Counters(workers: 1, classes: 0))
    let parts = [
      "success", "fail", "queue", "compute_input", "compute_infer", "compute_output", "cache_hit", "cache_miss",
    ]
    let stats = parts.map { #""\#($0)":{"count":0,"ns":0}"# }.joined(separator: ",")
    #expect(
      connection.get(target)
        == #"{"model_stats":[{"name":"doubled","version":"0","last_inference":0,"inference_count":0,"execution_count":0,"inference_stats":{\#(stats)},"batch_stats":[]}]}"#
    )
  }

  /// What one request adds: to successes, failures, rows of successes, and computations.
  @Test(
    arguments: [
      ("a row", "POST /predict", #"{"data":[[1,2]]}"#, [1, 0, 1, 1]),
      ("three rows", "POST /predict", #"{"data":[[1,2],[1,2],[1,2]]}"#, [1, 0, 3, 1]),
      ("labels", "POST /predict/label", #"{"data":[[1,2],[1,2]]}"#, [1, 0, 2, 1]),
      ("the sample", "GET /predict/test", "", [1, 0, 1, 1]), ("its head", "HEAD /predict/test", "", [1, 0, 1, 1]),
      ("the sample's label", "GET /predict/test/label", "", [1, 0, 1, 1]),
      ("a tensor", "POST /v2/models/sum_and_quotient/infer", nil, [1, 0, 2, 1]),
      ("no JSON", "POST /predict", "x", [0, 1, 0, 0]), ("no rows", "POST /predict", "{}", [0, 1, 0, 0]),
      ("no tensor", "POST /v2/models/sum_and_quotient/infer", "{}", [0, 1, 0, 0]),
      ("a score that is not finite", "POST /predict", #"{"data":[[1,2],[1,2],[1,0]]}"#, [0, 1, 0, 1]),
      ("an unknown query", "POST /predict/label?x", "{}", [0, 1, 0, 0]),
      ("another method", "GET /predict", "", [0, 0, 0, 0]), ("the methods", "OPTIONS /predict", "", [0, 0, 0, 0]),
      ("another model", "POST /v2/models/other/infer", "{}", [0, 0, 0, 0]),
      ("no prediction", "GET /health", "", [0, 0, 0, 0]), ("the model", "GET /metadata", "", [0, 0, 0, 0]),
    ] as [(String, String, String?, [Int])])
  func counts(_ label: String, _ line: String, _ body: String?, _ expected: [Int]) throws {
    let counters = Counters(workers: 2, classes: 2)
    var one = WorkerConnection<SumAndQuotient>(counters)
    var other = WorkerConnection<SumAndQuotient>(counters, worker: 1)
    let body = body ?? tensor("1,2", "1,2")
    let request = "\(line) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    // As it comes, in two parts, pipelined, and by two workers.
    _ = one.send(request)
    _ = one.send(String(request.prefix(7)))
    _ = one.send(String(request.dropFirst(7)))
    _ = other.send(request, request, request)
    let statistics = try Statistics(&one)
    let (success, failure, computing) = (
      statistics.part("success"), statistics.part("fail"), statistics.part("compute_infer")
    )
    #expect(
      [success.count, failure.count, statistics["inference_count"] ?? -1, computing.count] == expected.map { 5 * $0 },
      "\(label)")
    #expect(statistics["execution_count"] == success.count, "\(label)")
    for part in [success, failure, computing] { #expect((part.nanoseconds > 0) == (part.count > 0), "\(label)") }
    #expect(computing.nanoseconds <= success.nanoseconds + failure.nanoseconds, "\(label)")
  }

  @Test func requestsThatAreNotTakenHaveFailed() throws {
    var connection = WorkerConnection<SumAndQuotient>(Counters(workers: 1, classes: 2))
    _ = connection.send("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n")
    connection.renew()
    _ = connection.send(post("{}", infer, type: "text/plain"))
    let waiting =
      "POST /predict HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
    #expect(connection.send(waiting).hasPrefix("HTTP/1.1 415"))
    connection.renew()
    // One whose method nobody knows asked for no inference.
    _ = connection.send("PREDICT /predict HTTP/1.1\r\nHost: a\r\n\r\n")
    connection.renew()
    let statistics = try Statistics(&connection)
    #expect(statistics.part("fail").count == 3)
    #expect(statistics.part("success").count == 0)
  }

  /// The times of successes and of failures are together what a scrape tells of the endpoints that predict.
  @Test func timesAreThoseOfTheMetrics() throws {
    var connection = WorkerConnection<SumAndQuotient>(Counters(workers: 1, classes: 2))
    for row in ["[1,2]", "[1,2],[3,4]", "[1,0]", "x"] { _ = connection.send(post(#"{"data":[\#(row)]}"#)) }
    _ = connection.send(post(tensor("1,2"), infer))
    let samples = connection.scrape()
    func nanoseconds(_ family: String) -> Int {
      let sums = samples.filter { $0.key.hasPrefix("\(family)_sum{") && !$0.key.contains("/metrics") }
      return sums.values.map { Int(($0 * 1e9).rounded()) }.reduce(0, +)
    }
    let statistics = try Statistics(&connection)
    let (success, failure) = (statistics.part("success"), statistics.part("fail"))
    #expect(success.count == 3 && failure.count == 2)
    #expect(success.nanoseconds + failure.nanoseconds == nanoseconds("http_request_duration_seconds"))
    #expect(statistics.part("compute_infer").nanoseconds == nanoseconds("request_predict_seconds"))
  }

  @Test func theLastInferenceIsThatOfAllWorkers() throws {
    let counters = Counters(workers: 2, classes: 2)
    var one = WorkerConnection<SumAndQuotient>(counters)
    var other = WorkerConnection<SumAndQuotient>(counters, worker: 1)
    one.service.beginTurn(Clock(nanoseconds: 0, unix: 1_700_000_000_123))
    _ = one.send(post(#"{"data":[[1,2]]}"#))
    other.service.beginTurn(Clock(nanoseconds: 0, unix: 1_700_000_000_122))
    _ = other.send(post(tensor("1,2"), infer))
    one.service.beginTurn(Clock(nanoseconds: 0, unix: 1_700_000_000_999))
    _ = one.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n", post("{}"))
    #expect(try Statistics(&other)["last_inference"] == 1_700_000_000_123)
  }

  @Test func inferenceThatCameWithTheQuestionIsCounted() {
    var connection = WorkerConnection<SumAndQuotient>(Counters(workers: 1, classes: 2))
    let question = "GET /v2/models/stats HTTP/1.1\r\nHost: a\r\n\r\n"
    let answer = connection.send(post(#"{"data":[[1,2]]}"#), post(#"{"data":[[1,2]]}"#), question)
    #expect(answer.contains(#""inference_count":2,"execution_count":2"#))
  }

  private enum NamedStats: DerivedModel {
    typealias Base = Doubled
    static let name: StaticString = "stats"
  }

  /// As with Triton: the path without a name comes first, and the description has it once.
  @Test func aModelMayBeNamedAsTheStatistics() {
    var connection = WorkerConnection<NamedStats>(Counters(workers: 1, classes: 0))
    for path in ["/v2/models/stats", "/v2/models/stats/stats", "/v2/models/stats/versions/0/stats"] {
      #expect(connection.get(path).hasPrefix(#"{"model_stats":[{"name":"stats","#), "\(path)")
    }
    #expect(connection.get("/v2/models/stats/versions/0").hasPrefix(#"{"name":"stats","versions":["0"]"#))
    let description = connection.get("/openapi.json")
    #expect(description.components(separatedBy: #""/v2/models/stats":"#).count == 2)
    #expect(description.contains(#""/v2/models/stats":{"get":{"operationId":"get_v2_models_stats""#))
  }
}
