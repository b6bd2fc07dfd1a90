extension Route {
  // The form of a successful answer; nil where it is no JSON.
  var schema: Schema? {
    switch self {
    case .docs, .metrics, .serverMetadata, .modelMetadata, .modelReady, .infer: nil
    case .welcome: .welcome
    case .openAPI: .openAPI
    case .health: .health
    case .live: .live
    case .ready: .ready
    case .metadata: .metadata
    case .label: .labels
    case .predictTest, .predict: .prediction
    case .predictTestLabel, .predictLabel: .labelPrediction
    }
  }
}
