import Bytes
import Foundation
import Testing

@testable import ModelServer

struct MetricsWriterTests {
  private func written(_ write: (inout MetricsWriter) -> Void) -> [String] {
    var writer = MetricsWriter(into: ByteBuffer())
    write(&writer)
    let text = writer.finish()
    let lines = String(decoding: text.bytes.indices.map { text.bytes[$0] }, as: UTF8.self)
    #expect(lines.hasSuffix("\n"))
    return lines.components(separatedBy: "\n").dropLast()
  }

  @Test func aFamilyIsDescribedOnce() {
    let lines = written { writer in
      writer.begin(.connections)
      writer.end(7)
      writer.begin(.connectionsRejected)
      writer.label("reason", "limit")
      writer.end(0)
      writer.begin(.connectionsRejected)
      writer.label("reason", "descriptors")
      writer.label("other", 503)
      writer.end(-1)
    }
    #expect(
      lines == [
        "# HELP http_connections \(MetricFamily.connections.help)", "# TYPE http_connections gauge",
        "http_connections 7",
        "# HELP http_connections_rejected_total \(MetricFamily.connectionsRejected.help)",
        "# TYPE http_connections_rejected_total counter", #"http_connections_rejected_total{reason="limit"} 0"#,
        #"http_connections_rejected_total{reason="descriptors",other="503"} -1"#,
      ])
  }

  @Test(
    arguments: [
      ("setosa", "setosa"), ("", ""), ("a\"b", #"a\"b"#), ("a\\b", #"a\\b"#), ("a\nb", #"a\nb"#), ("a\tb", "a\tb"),
      ("花 🌸 é", "花 🌸 é"), ("}, {x=\"", #"}, {x=\""#), ("\\n", #"\\n"#),
    ] as [(StaticString, String)])
  func valuesAreEscaped(_ value: StaticString, _ expected: String) {
    let lines = written { writer in
      writer.begin(.predictions)
      writer.label("label", value)
      writer.end(1)
    }
    #expect(lines.last == "model_predictions_total{label=\"\(expected)\"} 1")
  }

  /// Strings as the generator writes them.
  @Test(
    arguments: [
      (#""setosa""#, "setosa"), (#""""#, ""), (#""a\"b""#, #"a\"b"#), (#""a\\b""#, #"a\\b"#),
      (#""a\u000ab""#, #"a\nb"#), (#""a\u0009b""#, "a\tb"), (#""a\u001fb""#, "a\u{1f}b"), (#""花""#, "花"),
      (#""\\u000a""#, #"\\u000a"#),
    ] as [(StaticString, String)])
  func labelsInJSONAreDecoded(_ json: StaticString, _ expected: String) {
    let lines = written { writer in
      writer.begin(.predictions)
      writer.label("label", json: json)
      writer.end(1)
    }
    #expect(lines.last == "model_predictions_total{label=\"\(expected)\"} 1")
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.000000001"), (10_000, "0.00001"), (25_000, "0.000025"), (100_000_000, "0.1"),
      (1_000_000_000, "1"), (10_000_000_000, "10"), (1_234_567_890, "1.23456789"),
      (1_795_266_089_252_000_000, "1795266089.252"),
    ] as [(Int, String)])
  func secondsAreExact(_ nanoseconds: Int, _ expected: String) {
    let lines = written { writer in
      writer.begin(.predictionTime, "_bucket")
      writer.bound(nanoseconds: nanoseconds)
      writer.end(nanoseconds: nanoseconds)
    }
    #expect(lines.last == "request_predict_seconds_bucket{le=\"\(expected)\"} \(expected)")
  }

  @Test func theLastBucketHasNoBound() {
    let lines = written { writer in
      writer.begin(.predictionTime, "_bucket")
      writer.bound(nanoseconds: nil)
      writer.end(3)
    }
    #expect(lines.last == #"request_predict_seconds_bucket{le="+Inf"} 3"#)
  }

  @Test(arguments: MetricFamily.allCases)
  func namesFollowTheRules(_ family: MetricFamily) {
    let (name, help) = ("\(family.name)", "\(family.help)")
    #expect(name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
    #expect(name.hasSuffix("_total") == (family.kind == .counter))
    #expect(help.wholeMatch(of: /[A-Z][^\\\n]*\./) != nil)
    #expect(MetricFamily.allCases.filter { "\($0.name)" == name } == [family])
  }
}
