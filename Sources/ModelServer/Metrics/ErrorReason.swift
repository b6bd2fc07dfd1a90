import HTTP

// Why requests are answered with an error, in the words of the label `reason`.
enum ErrorReason: UInt8, CaseIterable {
  case badRequest, timeout, tooLarge, noMemory, unsupported, notFound, methodNotAllowed, unsupportedMediaType,
    invalidContent,
    internalError

  static var last: ErrorReason { .internalError }

  var label: StaticString {
    switch self {
    // No request of HTTP.
    case .badRequest: "bad_request"
    case .timeout: "timeout"
    case .tooLarge: "too_large"
    // For what all requests under way keep, see MAX_KEPT.
    case .noMemory: "no_memory"
    // Well-formed, but of a method, version, coding or expectation that this server does not have.
    case .unsupported: "unsupported"
    case .notFound: "not_found"
    case .methodNotAllowed: "method_not_allowed"
    case .unsupportedMediaType: "unsupported_media_type"
    // No rows of numbers for the model, or no finite prediction for them.
    case .invalidContent: "invalid_content"
    case .internalError: "internal"
    }
  }

  // Of a request that was not taken.
  init(_ error: RequestError) {
    self =
      switch error.status {
      case .badRequest: .badRequest
      case .requestTimeout: .timeout
      case .contentTooLarge, .uriTooLong, .fieldsTooLarge: .tooLarge
      case .serviceUnavailable: .noMemory
      default: .unsupported
      }
  }

  // Of a request that was taken; nil where the answer is no error. A probe that answers 503 has done its work.
  init?(_ status: Status) {
    switch status {
    case .badRequest, .unprocessableContent: self = .invalidContent
    case .notFound: self = .notFound
    case .methodNotAllowed: self = .methodNotAllowed
    case .unsupportedMediaType: self = .unsupportedMediaType
    case .notImplemented: self = .unsupported
    case .internalServerError: self = .internalError
    default: return nil
    }
  }
}
