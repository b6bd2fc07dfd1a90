import Bytes
import EventLoop
import HTTP
import Inference

// The answer to a scrape: every family with the series that have been used. Those that alerts are made of are there from
// the start, so that their first increase is seen.
struct MetricsReport<Model: CompiledModel>: ~Copyable {
  private let counters: Counters
  private var writer: MetricsWriter

  private init(_ counters: Counters, into text: consuming ByteBuffer) {
    self.counters = counters
    writer = MetricsWriter(into: text)
  }

  // The text behind what the buffer holds.
  static func write(_ counters: Counters, _ process: ProcessFigures, into text: consuming ByteBuffer) -> ByteBuffer {
    var report = MetricsReport(counters, into: text)
    let usage = process.usage()
    for family in MetricFamily.allCases { report.write(family, process, usage) }
    return report.writer.finish()
  }

  private mutating func write(_ family: MetricFamily, _ process: ProcessFigures, _ usage: ProcessFigures.Usage) {
    switch family {
    case .requests: writeRequests()
    case .requestTime: writeRequestTimes()
    case .requestBytes: writeBytes(family) { CounterLayout.requestBytes($0) }
    case .responseBytes: writeBytes(family) { CounterLayout.responseBytes($0) }
    case .requestErrors:
      for reason in ErrorReason.allCases { write(family, reason.label, CounterLayout.errors(reason)) }
    case .requestsInFlight: write(family, max(0, counters.sum(CounterLayout.requestsInFlight)))
    case .connections:
      // In this order, a connection closed in between is no negative one.
      let closed = counters.sum(CounterLayout.connectionsClosed)
      write(family, max(0, counters.sum(CounterLayout.connectionsOpened) - closed))
    case .connectionsOpened: write(family, counters.sum(CounterLayout.connectionsOpened))
    case .connectionsRejected:
      for reason in Rejection.allCases { write(family, reason.label, CounterLayout.rejections(reason)) }
    case .predictionTime: writePredictionTime()
    case .predictions: writePredictions()
    case .logLinesDropped: write(family, counters.sum(CounterLayout.logLinesDropped))
    case .processorTime:
      writer.begin(family)
      writer.end(nanoseconds: Int(truncatingIfNeeded: Clock.processorTime()))
    case .residentMemory: write(family, usage.residentMemory)
    case .virtualMemory: write(family, usage.virtualMemory)
    case .openDescriptors: write(family, usage.openDescriptors)
    case .maxDescriptors: write(family, process.maxDescriptors)
    case .threads: write(family, usage.threads)
    case .startTime:
      writer.begin(family)
      writer.end(nanoseconds: process.startTime)
    case .buildInfo:
      writer.begin(family)
      writer.label("version", Version.text)
      writer.end(1)
    case .modelInfo:
      writer.begin(family)
      for fact in [ModelFact.name, .version, .sha256] { writer.label(fact.name, fact.text(of: Model.self)) }
      writer.end(1)
    }
  }

  private mutating func write(_ family: MetricFamily, _ value: Int?) {
    guard let value else { return }
    writer.begin(family)
    writer.end(value)
  }

  private mutating func write(_ family: MetricFamily, _ reason: StaticString, _ slot: Int) {
    writer.begin(family)
    writer.label("reason", reason)
    writer.end(counters.sum(slot))
  }

  private mutating func writeRequests() {
    for handler in HandlerLabel.all {
      for method in MethodLabel.all {
        for status in StatusLabel.all {
          let count = counters.sum(CounterLayout.requests(handler, method, status))
          if count == 0 { continue }
          writer.begin(.requests)
          label(handler, method)
          writer.label("status", status.code)
          writer.end(count)
        }
      }
    }
  }

  private mutating func writeRequestTimes() {
    for handler in HandlerLabel.all {
      for method in MethodLabel.all {
        writeHistogram(.requestTime, CounterLayout.requestTime(handler, method)) { $0.label(handler, method) }
      }
    }
  }

  private mutating func writePredictionTime() {
    writeHistogram(.predictionTime, CounterLayout.predictionTime) { $0.writer.label("model_name", Model.name) }
  }

  private mutating func writePredictions() {
    for label in 0..<Model.classCount {
      let count = counters.sum(CounterLayout.predictions(label: label))
      if count == 0 { continue }
      writer.begin(.predictions)
      writer.label("model_name", Model.name)
      writer.label("label", json: Model.label(label))
      writer.end(count)
    }
  }

  private mutating func writeBytes(_ family: MetricFamily, _ slot: (HandlerLabel) -> Int) {
    for handler in HandlerLabel.all {
      let count = counters.sum(slot(handler))
      if count == 0 { continue }
      writer.begin(family)
      writer.label("handler", handler.text)
      writer.end(count)
    }
  }

  private mutating func label(_ handler: HandlerLabel, _ method: MethodLabel) {
    writer.label("handler", handler.text)
    writer.label("method", method.text)
  }

  // A bucket counts what is below it, too, and the count is that of the last: they agree, whatever other workers count
  // meanwhile.
  private mutating func writeHistogram(
    _ family: MetricFamily, _ histogram: Int, _ labels: (inout MetricsReport) -> Void
  ) {
    var counts = InlineArray<16, Int>(repeating: 0)
    var total = 0
    for bucket in 0..<TimeHistogram.buckets {
      total += counters.sum(histogram + bucket)
      counts[bucket] = total
    }
    if total == 0 { return }
    for bucket in 0..<TimeHistogram.buckets {
      writer.begin(family, "_bucket")
      labels(&self)
      writer.bound(nanoseconds: bucket < TimeHistogram.bounds.count ? Int(TimeHistogram.bounds[bucket]) : nil)
      writer.end(counts[bucket])
    }
    writer.begin(family, "_sum")
    labels(&self)
    writer.end(nanoseconds: counters.sum(histogram + TimeHistogram.sum))
    writer.begin(family, "_count")
    labels(&self)
    writer.end(total)
  }
}
