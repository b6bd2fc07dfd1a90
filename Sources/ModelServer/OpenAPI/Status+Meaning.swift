import HTTP

// The errors of the description at `/openapi.json`.
extension Status {
  // The form of the content of an error.
  var schema: Schema { self == .unprocessableContent ? .contentErrors : .error }

  // When the status is answered; empty for those that are no errors.
  var meaning: StaticString {
    switch self {
    case .ok, .noContent: ""
    case .badRequest:
      "a request that is not strictly HTTP/1.1, and the connection ends; content that is no JSON; rows of the wrong length or none"
    case .notFound: "an unknown path"
    case .methodNotAllowed: "a method that the path does not take; Allow names those it takes"
    case .requestTimeout: "a request that did not arrive in time"
    case .contentTooLarge: "content of more bytes than MAX_BODY"
    case .uriTooLong: "a request line that is too long"
    case .unsupportedMediaType: "content of another type than JSON, or compressed"
    case .expectationFailed: "an expectation other than 100-continue"
    case .misdirectedRequest: "a target of https, which this server does not speak"
    case .unprocessableContent:
      "no content, no data, a value of the wrong type, a number that does not fit its type, a prediction that is not finite"
    case .fieldsTooLarge: "fields that are too long or too many"
    case .internalServerError: "an unexpected failure"
    case .notImplemented: "a method or transfer coding that this server does not have"
    case .serviceUnavailable: "no room for the connection, or no memory for the request"
    case .versionNotSupported: "another version of HTTP"
    }
  }

  // Whether a request that means this route may be answered so. What has another path or method does not mean it.
  func concerns(_ route: Route) -> Bool {
    switch self {
    case .notFound, .methodNotAllowed: false
    case .unsupportedMediaType: route.takesContent
    // The Open Inference Protocol has no other status for it than 400.
    case .unprocessableContent: route.predicts && !route.isOfProtocol
    default: isError
    }
  }

  // Whether it concerns some route of the Open Inference Protocol.
  var concernsProtocol: Bool { concerns(.infer) }
}
