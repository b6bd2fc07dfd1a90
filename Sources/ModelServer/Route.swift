import HTTP
import Inference

// The endpoints: matching, help and `/openapi.json` are made from this table.
enum Route: UInt8, CaseIterable {
  case welcome, docs, openAPI, health, live, ready, metrics, metadata, label
  case predictTest, predictTestLabel, predict, predictLabel
  // Of the Open Inference Protocol, with those whose path names the model at the end.
  case serverMetadata, statistics
  case modelMetadata, modelReady, modelStatistics, infer

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
    case .serverMetadata: "/v2"
    case .statistics: "/v2/models/stats"
    case .modelMetadata: "/v2/models/{name}[/versions/{version}]"
    case .modelReady: "/v2/models/{name}[/versions/{version}]/ready"
    case .modelStatistics: "/v2/models/{name}[/versions/{version}]/stats"
    case .infer: "/v2/models/{name}[/versions/{version}]/infer"
    }
  }

  static var last: Route { .infer }
  private static var firstOfModel: Route { .modelMetadata }

  // The width of a column of paths.
  static var columnWidth: Int { 46 }

  // The end of a path that names the model.
  var modelAction: StaticString {
    switch self {
    case .modelReady: "/ready"
    case .modelStatistics: "/stats"
    case .infer: "/infer"
    default: ""
    }
  }

  // What takes a POST takes no GET, and the other way round.
  var takesContent: Bool { self == .predict || self == .predictLabel || self == .infer }

  // Whether the route exists only for a model with labels.
  var needsLabels: Bool { self == .label || self == .predictTestLabel || self == .predictLabel }

  // Whether the route computes predictions; those that do not are probes and descriptions.
  var predicts: Bool { takesContent || self == .predictTest || self == .predictTestLabel }

  // Whether errors are told in the form of the Open Inference Protocol.
  var isOfProtocol: Bool { self == .live || self == .ready || rawValue >= Route.serverMetadata.rawValue }

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
    case .serverMetadata: "the server and the extensions of its Open Inference Protocol"
    case .statistics: "how often predictions were asked for, and how long they took"
    case .modelMetadata: "the inputs and outputs of the model"
    case .modelReady: "whether new requests for the model are welcome"
    case .modelStatistics: "the same, since the model is the only one"
    case .infer: "the outputs for {\"inputs\":[...]}"
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

  // The route of a path without percent-encoded octets, but for those whose path names the model.
  static func matching(_ path: Span<UInt8>, hasLabels: Bool) -> Route? {
    for value in 0..<Route.firstOfModel.rawValue {
      if let route = Route(rawValue: value), path.equals(route.path) {
        return route.needsLabels && !hasLabels ? nil : route
      }
    }
    return path.equals("/v2/") ? .serverMetadata : nil
  }

  // The route of a path that names the model.
  static func matching<Model: CompiledModel>(_ path: Span<UInt8>, of model: Model.Type) -> Route? {
    var cursor = PathCursor(path)
    guard cursor.take("/v2/models/"), cursor.take(Model.name) else { return nil }
    if cursor.take("/versions/") && !cursor.take(Model.version) { return nil }
    for value in Route.firstOfModel.rawValue...Route.last.rawValue {
      var end = cursor
      if let route = Route(rawValue: value), end.take(route.modelAction), end.isAtEnd { return route }
    }
    return nil
  }
}
