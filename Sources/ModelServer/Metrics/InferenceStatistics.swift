import HTTP

// What the extension `statistics` tells of the model since the server started, by whatever endpoint it was asked. All but
// three slots of it are what the metrics count.
struct InferenceStatistics {
  // The parts that a request is divided into, with the names of the extension.
  enum Part: CaseIterable {
    case success, fail, queue, computeInput, computeInfer, computeOutput, cacheHit, cacheMiss

    var name: StaticString {
      switch self {
      case .success: "success"
      case .fail: "fail"
      case .queue: "queue"
      case .computeInput: "compute_input"
      case .computeInfer: "compute_infer"
      case .computeOutput: "compute_output"
      case .cacheHit: "cache_hit"
      case .cacheMiss: "cache_miss"
      }
    }
  }

  // How often a part was timed, and the nanoseconds together.
  struct Duration {
    var count = 0
    var nanoseconds = 0
  }

  // Requests answered with predictions, and those answered with an error: from the first byte to the answer.
  private var success = Duration()
  private var failure = Duration()
  private let computing: Duration

  // Rows of the requests that were answered with predictions.
  let inferences: Int
  // Milliseconds since 1970-01-01, 0 before the first.
  let lastInference: Int

  init(_ counters: Counters) {
    for route in Route.allCases where route.predicts {
      for method in Method.allCases where route.takes(method) {
        let (handler, label) = (HandlerLabel(route), MethodLabel(method))
        for status in Status.allCases {
          let count = counters.sum(CounterLayout.requests(handler, label, StatusLabel(status)))
          if status == .ok { success.count += count } else { failure.count += count }
        }
        success.nanoseconds += counters.sum(CounterLayout.requestTime(handler, label) + TimeHistogram.sum)
      }
    }
    // The times so far are those of all requests. A worker may have counted one part of a request and not yet the other.
    failure.nanoseconds = counters.sum(CounterLayout.failedTime)
    success.nanoseconds = max(0, success.nanoseconds - failure.nanoseconds)
    computing = Self.sum(ofHistogram: CounterLayout.predictionTime, counters)
    inferences = success.count + counters.sum(CounterLayout.furtherRows)
    lastInference = counters.largest(CounterLayout.lastPrediction)
  }

  // A request is computed as soon as it is read, never together with another: each that was answered is an execution.
  var executions: Int { success.count }

  subscript(part: Part) -> Duration {
    switch part {
    case .success: success
    case .fail: failure
    // Rows are computed and written in turn, so that this is the time of both, also of answers that turned out not to be
    // finite. To tell them apart would take readings of the clock for every row.
    case .computeInfer: computing
    // There is no queue and no cache; the time to read a request is in those above and not taken by itself. The count says
    // that these were never timed.
    case .queue, .computeInput, .computeOutput, .cacheHit, .cacheMiss: Duration()
    }
  }

  private static func sum(ofHistogram start: Int, _ counters: Counters) -> Duration {
    var sum = Duration(nanoseconds: counters.sum(start + TimeHistogram.sum))
    for bucket in 0..<TimeHistogram.buckets { sum.count += counters.sum(start + bucket) }
    return sum
  }
}
