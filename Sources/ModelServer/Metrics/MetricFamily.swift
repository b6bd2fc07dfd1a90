// The families of metrics: the exposition is made from this table.
enum MetricFamily: UInt8, CaseIterable {
  case requests, requestTime, requestBytes, responseBytes, requestErrors, requestsInFlight
  case connections, connectionsOpened, connectionsRejected
  case predictionTime, predictions
  case logLinesDropped
  case processorTime, residentMemory, virtualMemory, openDescriptors, maxDescriptors, threads, startTime
  case buildInfo, modelInfo

  enum Kind {
    case counter, gauge, histogram

    var name: StaticString {
      switch self {
      case .counter: "counter"
      case .gauge: "gauge"
      case .histogram: "histogram"
      }
    }
  }

  var name: StaticString {
    switch self {
    case .requests: "http_requests_total"
    case .requestTime: "http_request_duration_seconds"
    case .requestBytes: "http_request_size_bytes_total"
    case .responseBytes: "http_response_size_bytes_total"
    case .requestErrors: "http_request_errors_total"
    case .requestsInFlight: "http_requests_in_flight"
    case .connections: "http_connections"
    case .connectionsOpened: "http_connections_total"
    case .connectionsRejected: "http_connections_rejected_total"
    // The name that KServe gives it.
    case .predictionTime: "request_predict_seconds"
    case .predictions: "model_predictions_total"
    case .logLinesDropped: "log_dropped_total"
    // The names of Prometheus's own client libraries.
    case .processorTime: "process_cpu_seconds_total"
    case .residentMemory: "process_resident_memory_bytes"
    case .virtualMemory: "process_virtual_memory_bytes"
    case .openDescriptors: "process_open_fds"
    case .maxDescriptors: "process_max_fds"
    case .threads: "process_threads"
    case .startTime: "process_start_time_seconds"
    case .buildInfo: "model_server_build_info"
    case .modelInfo: "model_info"
    }
  }

  var kind: Kind {
    switch self {
    case .requests, .requestBytes, .responseBytes, .requestErrors, .connectionsOpened, .connectionsRejected,
      .predictions, .logLinesDropped, .processorTime:
      .counter
    case .requestTime, .predictionTime: .histogram
    case .requestsInFlight, .connections, .residentMemory, .virtualMemory, .openDescriptors, .maxDescriptors, .threads,
      .startTime, .buildInfo, .modelInfo:
      .gauge
    }
  }

  // What is measured, without backslashes and line ends.
  var help: StaticString {
    switch self {
    case .requests: "Requests answered; handler is none for a path without a route."
    case .requestTime: "Time from a request's first bytes to its answer, which leaves with those of pipelined requests."
    case .requestBytes: "Bytes of requests, heads included; of one not taken, what had come of it."
    case .responseBytes: "Bytes of answers, heads included."
    case .requestErrors: "Requests answered with an error."
    case .requestsInFlight: "Requests begun and not answered; pipelined ones count as one, and this one counts."
    case .connections: "Open connections."
    case .connectionsOpened: "Connections accepted and served."
    case .connectionsRejected: "Connections answered with 503 for want of room."
    case .predictionTime: "Time to compute the predictions of a request and write them; pipelined ones share it evenly."
    case .predictions: "Rows predicted, by label."
    case .logLinesDropped: "Log lines that the standard output did not take."
    case .processorTime: "Processor time used, in user and kernel mode."
    case .residentMemory: "Memory that is resident."
    case .virtualMemory: "Memory that is mapped."
    case .openDescriptors: "Open file descriptors."
    case .maxDescriptors: "File descriptors that may be open."
    case .threads: "Threads of the process."
    case .startTime: "When the process started, since 1970-01-01."
    case .buildInfo: "The program."
    case .modelInfo: "The model compiled into the program."
    }
  }
}
