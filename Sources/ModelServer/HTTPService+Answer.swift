import Bytes
import HTTP
import Inference
import JSON

// From a request to an answer: the head is returned, the content is in `content`.
extension HTTPService {
  mutating func answer(
    _ head: RequestHead, _ route: Route?, _ target: Span<UInt8>, _ body: Span<UInt8>
  ) -> ResponseHead {
    if let refusal = refusal(head, route, target) { return refusal }
    content.removeAll()
    // refusal has answered what has no route.
    guard let route else { return fail(.internalServerError, "Internal server error", .detail) }
    switch route {
    case .predict: return predict(body, .scores)
    case .predictLabel: return predictLabel(body, target.extracting(RequestTarget.query(of: target)))
    case .predictTest: return predictSample(.scores)
    case .predictTestLabel: return predictSample(.label)
    case .ready:
      content.append(isReady ? "{\"ready\":true}" : "{\"ready\":false}")
      return ResponseHead(isReady ? .ok : .serviceUnavailable)
    case .metrics: writeMetrics()
    case .docs: return writeDocs()
    case .openAPI: writeOpenAPI()
    case .statistics, .modelStatistics: writeStatistics()
    case .modelReady: return writeModelReady()
    case .infer: return infer(body, jsonLength: head.jsonLength)
    case .welcome, .health, .live, .metadata, .label, .serverMetadata, .modelMetadata: writeFixed(route)
    }
    var answer = ResponseHead(.ok)
    answer.contentType = route.contentType
    return answer
  }

  // The answers that nothing but the model decides.
  mutating func writeFixed(_ route: Route) {
    switch route {
    case .welcome: writeWelcome()
    case .health: content.append("{\"health\":\"ok\"}")
    case .live: content.append("{\"live\":true}")
    case .metadata: describe()
    case .label: content.append(Model.labelsJSON)
    case .serverMetadata: writeServerMetadata()
    case .modelMetadata: writeModelMetadata()
    default: break
    }
  }

  // The answer that follows from the head alone, nil where the request is to be carried out.
  mutating func refusal(_ head: RequestHead, _ route: Route?, _ target: Span<UInt8>) -> ResponseHead? {
    let form = ErrorForm(route, target)
    // A tunnel is nothing that this server has.
    if head.method == .connect { return fail(.notImplemented, RequestError.unknownMethod.detail, form) }
    if head.method == .options && RequestTarget.isServer(target) { return options("GET, HEAD, POST, OPTIONS") }
    guard let route else { return fail(.notFound, "Not Found", form) }
    if head.method == .options { return options(route.allow) }
    guard route.takes(head.method) else {
      var answer = fail(.methodNotAllowed, "Method Not Allowed", form)
      answer.allow = route.allow
      return answer
    }
    guard route.takesContent else { return nil }
    switch head.content {
    case .unstated, .json: return nil
    // JSON with binary data behind it.
    case .octets where route == .infer && head.jsonLength != nil: return nil
    case .octets, .other:
      return fail(.unsupportedMediaType, "Unsupported media type: the content must be JSON", form)
    }
  }

  private mutating func options(_ allow: StaticString) -> ResponseHead {
    content.removeAll()
    var answer = ResponseHead(.noContent)
    answer.allow = allow
    return answer
  }

  @inline(never)
  static func route(of target: Span<UInt8>) -> Route? {
    let path = target.extracting(RequestTarget.path(of: target))
    let hasLabels = Model.classCount > 0
    if path.isEmpty { return .welcome }
    if let route = Route.matching(path, hasLabels: hasLabels) { return route }
    if let route = Route.matching(path, of: Model.self) { return route }
    // No other route is longer than this, so a longer path has no route.
    var octets = InlineArray<64, UInt8>(repeating: 0)
    var decoded = octets.mutableSpan
    guard let count = RequestTarget.decode(path, into: &decoded) else { return nil }
    return Route.matching(octets.span.extracting(0..<count), hasLabels: hasLabels)
  }

  private mutating func writeWelcome() {
    content.append("{\"message\":\"This server answers with the predictions of a model.\",\"model\":")
    JSONString.write(Model.name.bytes, to: &content)
    content.append(",\"docs\":\"")
    content.append(Route.docs.path)
    content.append("\"}")
  }

  private mutating func writeDocs() -> ResponseHead {
    content.append(DocsPage.content)
    var answer = ResponseHead(.ok)
    answer.contentType = Route.docs.contentType
    answer.contentSecurityPolicy = DocsPage.contentSecurityPolicy
    return answer
  }

  private mutating func writeMetrics() {
    // A scrape that came with this one is to be counted.
    meter.endRun()
    var text = ByteBuffer()
    swap(&text, &content)
    content = MetricsReport<Model>.write(counters, process, into: text)
  }

  private mutating func describe() {
    content.append("{\"data_type\":\"")
    writeTypes(Model.inputCount) { Model.type(of: Model.input($0).elements.lowerBound) }
    content.append("\",\"data_structure\":\"(1,")
    content.append(decimal: Model.featureCount)
    content.append(")\",\"data_sample\":")
    content.append(Model.sampleJSON)
    content.append(",\"prediction_type\":\"")
    writeTypes(Model.outputCount) { Model.scoreType(Model.output($0).elements.lowerBound) }
    content.append("\",\"prediction_structure\":\"(1,")
    content.append(decimal: Model.scoreCount)
    content.append(")\",\"prediction_sample\":")
    // A prediction that is not finite has no text in JSON.
    let length = content.count
    if writeSample(.scores) == nil {
      content.truncate(to: length)
      content.append("null")
    }
    for fact in ModelFact.allCases {
      content.append(",\"model_")
      content.append(fact.name)
      content.append("\":")
      JSONString.write(fact.text(of: Model.self).bytes, to: &content)
    }
    content.append(",\"labels\":")
    content.append(Model.labelsJSON)
    content.append("}")
  }

  // The types of some tensors, each once.
  private mutating func writeTypes(_ count: Int, _ type: (Int) -> NumberType) {
    var isFirst = true
    for each in NumberType.allCases {
      var isThere = false
      for index in 0..<count where type(index) == each { isThere = true }
      guard isThere else { continue }
      if !isFirst { content.append(", ") }
      isFirst = false
      content.append(each.name)
    }
  }
}
