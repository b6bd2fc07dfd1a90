import Bytes
import EventLoop
import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// What workers count, as a scrape tells it.
struct MetricsTests {
  private func post(_ body: String, _ target: String = "/predict") -> String {
    "POST \(target) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  private let health = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func aScrapeAddsUpAllWorkers() {
    let counters = Counters(workers: 3, classes: 2)
    var one = WorkerConnection<SumAndQuotient>(counters)
    var other = WorkerConnection<SumAndQuotient>(counters, worker: 1)
    _ = one.send(health, post(#"{"data":[[1,0.5]]}"#), post(#"{"data":[[1,2]]}"#), post(#"{"data":[[1,2]]}"#))
    _ = other.send(post(#"{"data":[[1,0.5],[1,2],[1,2]]}"#), post("{}"), health, health)
    var third = WorkerConnection<SumAndQuotient>(counters, worker: 2)
    let samples = third.scrape()
    #expect(samples[#"http_requests_total{handler="/health",method="GET",status="200"}"#] == 3)
    #expect(samples[#"http_requests_total{handler="/predict",method="POST",status="200"}"#] == 4)
    #expect(samples[#"http_requests_total{handler="/predict",method="POST",status="422"}"#] == 1)
    #expect(samples[#"http_request_duration_seconds_count{handler="/predict",method="POST"}"#] == 5)
    #expect(samples[#"http_request_duration_seconds_bucket{handler="/predict",method="POST",le="+Inf"}"#] == 5)
    #expect(samples[#"http_request_errors_total{reason="invalid_content"}"#] == 1)
    #expect(samples[#"request_predict_seconds_count{model_name="sum_and_quotient"}"#] == 4)
    #expect(samples[#"model_predictions_total{model_name="sum_and_quotient",label="quotient"}"#] == 2)
    #expect(samples[#"model_predictions_total{model_name="sum_and_quotient",label="sum"}"#] == 4)
    #expect(samples["http_connections"] == 3)
    #expect(samples["http_requests_in_flight"] == 1)
    #expect(!samples.keys.contains { $0.contains(#"handler="/metrics""#) }, "this scrape is not over")
    #expect(third.scrape()[#"http_requests_total{handler="/metrics",method="GET",status="200"}"#] == 1)
  }

  private func sum(_ samples: [String: Double], _ family: String) -> Double {
    samples.filter { $0.key.hasPrefix("\(family){") }.values.reduce(0, +)
  }

  @Test func allBytesSentAreCounted() {
    let counters = Counters(workers: 2, classes: 2)
    var connection = WorkerConnection<SumAndQuotient>(counters)
    _ = connection.send(health, "HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n", post("{}"), health)
    _ = connection.send("GET /nope HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n")
    var other = WorkerConnection<SumAndQuotient>(counters, worker: 1)
    let samples = other.scrape()
    #expect(sum(samples, "http_response_size_bytes_total") == Double(connection.sent))
    #expect(sum(samples, "http_request_size_bytes_total") == Double(connection.received))
  }

  @Test(arguments: [1, 2, 16])
  func pipelinedRequestsAreAllCounted(_ count: Int) {
    let counters = Counters(workers: 1, classes: 2)
    var connection = WorkerConnection<SumAndQuotient>(counters)
    let requests = Array(repeating: post(#"{"data":[[1,2]]}"#), count: count).joined()
    let start = Clock.exact()
    _ = connection.send(requests)
    let time = Double(Clock.exact() - start) / 1e9
    let samples = connection.scrape()
    let labels = #"handler="/predict",method="POST""#
    #expect(samples["http_requests_total{\(labels),status=\"200\"}"] == Double(count))
    #expect(samples["http_request_duration_seconds_count{\(labels)}"] == Double(count))
    #expect(samples[#"request_predict_seconds_count{model_name="sum_and_quotient"}"#] == Double(count))
    let predicting = samples[#"request_predict_seconds_sum{model_name="sum_and_quotient"}"#] ?? 0
    #expect(predicting > 0 && predicting < time, "\(predicting) of \(time) s")
  }

  /// The bounds of a histogram's buckets are as the table says, and each counts what is in those before it.
  @Test func bucketsAreCumulative() {
    var connection = WorkerConnection<SumAndQuotient>(Counters(workers: 1, classes: 2))
    for _ in 0..<20 { _ = connection.send(health) }
    let text = connection.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n")
    let pattern = /http_request_duration_seconds_bucket\{handler="\/health",method="GET",le="(.*)"\} ([0-9]+)/
    let buckets = text.matches(of: pattern)
    let expected = TimeHistogram.bounds.indices.map { Double(TimeHistogram.bounds[$0]) / 1e9 } + [.infinity]
    #expect(buckets.map { Double($0.1) ?? .infinity } == expected)
    let counts = buckets.map { Int($0.2) ?? 0 }
    #expect(counts == counts.sorted() && counts.last == 20)
  }

  @Test func aRequestOfWhichAPartHasComeIsInFlight() {
    let counters = Counters(workers: 2, classes: 2)
    var one = WorkerConnection<SumAndQuotient>(counters)
    var other = WorkerConnection<SumAndQuotient>(counters, worker: 1)
    #expect(one.send("GET /health HTTP/1.1\r\n") == "")
    #expect(one.send("Host: ") == "")
    #expect(other.scrape()["http_requests_in_flight"] == 2)
    usleep(30_000)
    #expect(one.send("a\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    let samples = other.scrape()
    #expect(samples["http_requests_in_flight"] == 1)
    let time = samples[#"http_request_duration_seconds_sum{handler="/health",method="GET"}"#] ?? 0
    #expect(time >= 0.03, "from its first byte: \(time) s")

    _ = one.send("GET /health HTTP")
    one.service.close(&one.stream)
    #expect(other.scrape()["http_requests_in_flight"] == 1)
    #expect(other.scrape()["http_connections"] == 1)
  }

  @Test func aModelWithoutLabelsCountsNone() {
    var connection = WorkerConnection<Doubled>(Counters(workers: 1, classes: 0))
    _ = connection.send(post(#"{"data":[[1]]}"#))
    let samples = connection.scrape()
    #expect(samples[#"request_predict_seconds_count{model_name="doubled"}"#] == 1)
    #expect(!samples.keys.contains { $0.hasPrefix("model_predictions_total") })
  }

  /// What alerts are made of is there before anything happens, and nothing else of requests.
  @Test func aNewServerShowsItsErrors() {
    var connection = WorkerConnection<SumAndQuotient>(Counters(workers: 1, classes: 2))
    let samples = connection.scrape()
    for reason in ErrorReason.allCases {
      #expect(samples["http_request_errors_total{reason=\"\(reason.label)\"}"] == 0)
    }
    for reason in Rejection.allCases {
      #expect(samples["http_connections_rejected_total{reason=\"\(reason.label)\"}"] == 0)
    }
    #expect(samples["log_dropped_total"] == 0)
    #expect(!samples.keys.contains { $0.contains("handler=") || $0.contains("model_name=") })
    #expect(samples[#"model_info{name="sum_and_quotient",version="7",sha256="00"}"#] == 1)
  }
}
