extension Route {
  // The form of a successful answer; nil where it is no JSON.
  var schema: Schema? {
    switch self {
    case .docs, .metrics: nil
    case .welcome: .welcome
    case .openAPI: .openAPI
    case .health: .health
    case .live: .live
    case .ready: .ready
    case .metadata: .metadata
    case .label: .labels
    case .predictTest, .predict: .prediction
    case .predictTestLabel, .predictLabel: .labelPrediction
    case .serverMetadata: .serverMetadata
    case .statistics, .modelStatistics: .statistics
    case .modelMetadata: .modelMetadata
    case .modelReady: .modelReady
    case .infer: .inferenceResponse
    }
  }

  // The form of the content that the route takes; nil where it takes none.
  var contentSchema: Schema? {
    switch self {
    case .predict, .predictLabel: .rows
    case .infer: .inferenceRequest
    default: nil
    }
  }

  // Whether a server that is stopping answers the route with 503 and the content of success.
  var tellsReadiness: Bool { self == .ready || self == .modelReady }
}
