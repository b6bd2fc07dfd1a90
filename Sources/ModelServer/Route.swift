import HTTP

// The endpoints: matching, help and `/openapi.json` are made from this table.
enum Route: UInt8, CaseIterable {
  case welcome, docs, openAPI, health, live, ready, metrics, metadata, label
  case predictTest, predictTestLabel, predict, predictLabel

  var path: StaticString {
    switch self {
    case .welcome: "/"
    case .docs: "/docs"
    case .openAPI: "/openapi.json"
    case .health: "/health"
    case .live: "/v2/health/live"
    case .ready: "/v2/health/ready"
    case .metrics: "/metrics"
    case .metadata: "/metadata"
    case .label: "/label"
    case .predictTest: "/predict/test"
    case .predictTestLabel: "/predict/test/label"
    case .predict: "/predict"
    case .predictLabel: "/predict/label"
    }
  }

  static var last: Route { .predictLabel }

  // What takes a POST takes no GET, and the other way round.
  var takesContent: Bool { self == .predict || self == .predictLabel }

  // Whether the route exists only for a model with labels.
  var needsLabels: Bool { self == .label || self == .predictTestLabel || self == .predictLabel }

  // Whether the route computes predictions; those that do not are probes and descriptions.
  var predicts: Bool { takesContent || self == .predictTest || self == .predictTestLabel }

  // RFC 9110 section 10.2.1.
  var allow: StaticString { takesContent ? "POST, OPTIONS" : "GET, HEAD, OPTIONS" }

  var summary: StaticString {
    switch self {
    case .welcome: "a welcome that names the model"
    case .docs: "a page to try the model and the endpoints on"
    case .openAPI: "this description of the endpoints, OpenAPI 3.1"
    case .health: "whether the server is well"
    case .live: "whether the process is alive"
    case .ready: "whether new requests are welcome; 503 once the server is stopping"
    case .metrics: "figures for Prometheus"
    case .metadata: "the shapes of data and prediction, a sample of both, the model"
    case .label: "the labels of the classes"
    case .predictTest: "the prediction for the sample"
    case .predictTestLabel: "the label predicted for the sample"
    case .predict: "the prediction for each row of {\"data\":[[...]]}"
    case .predictLabel: "the label for each row; ?from=graph for the model's own label output"
    }
  }

  // What a successful answer is made of.
  var contentType: ResponseHead.ContentType {
    switch self {
    case .docs: .html
    case .metrics: .metrics
    default: .json
    }
  }

  func takes(_ method: Method) -> Bool {
    switch method {
    case .get, .head: !takesContent
    case .post: takesContent
    default: false
    }
  }

  // The route of a path without percent-encoded octets.
  static func matching(_ path: Span<UInt8>, hasLabels: Bool) -> Route? {
    for value in 0...Route.last.rawValue {
      if let route = Route(rawValue: value), path.equals(route.path) {
        return route.needsLabels && !hasLabels ? nil : route
      }
    }
    return nil
  }
}
