import HTTP

// How an error is told: in the form of FastAPI, or in that of the Open Inference Protocol.
enum ErrorForm {
  case detail, error

  // That of a route, and of a path without one that of its neighbours.
  @inline(never)
  init(_ route: Route?, _ target: Span<UInt8>) {
    let path = target.extracting(RequestTarget.path(of: target))
    self = route?.isOfProtocol ?? path.extracting(0..<min(4, path.count)).equals("/v2/") ? .error : .detail
  }
}
