import EventLoop
import HTTP

// Where each counter stands in a worker's block.
enum CounterLayout {
  static var connectionsOpened: Int { 0 }
  static var connectionsClosed: Int { 1 }
  static var requestsInFlight: Int { 2 }
  static var logLinesDropped: Int { 3 }
  // What the extension `statistics` tells beyond what is counted anyway: when predictions were last made, in milliseconds
  // since 1970-01-01; the rows behind the first of requests that were answered; the time of those that failed.
  static var lastPrediction: Int { 4 }
  static var furtherRows: Int { 5 }
  static var failedTime: Int { 6 }
  private static var rejections: Int { 7 }
  private static var errors: Int { rejections + Int(Rejection.last.rawValue) + 1 }
  // The first slot of a histogram.
  static var predictionTime: Int { errors + Int(ErrorReason.last.rawValue) + 1 }
  private static var requestBytes: Int { predictionTime + TimeHistogram.slots }
  private static var responseBytes: Int { requestBytes + HandlerLabel.count }
  private static var requests: Int { responseBytes + HandlerLabel.count }
  private static var requestTimes: Int { requests + HandlerLabel.count * MethodLabel.count * StatusLabel.count }
  private static var predictions: Int {
    requestTimes + HandlerLabel.count * MethodLabel.count * TimeHistogram.slots
  }

  static func count(classes: Int) -> Int { predictions + classes }

  static func rejections(_ reason: Rejection) -> Int { rejections + Int(reason.rawValue) }
  static func errors(_ reason: ErrorReason) -> Int { errors + Int(reason.rawValue) }
  static func requestBytes(_ handler: HandlerLabel) -> Int { requestBytes + handler.index }
  static func responseBytes(_ handler: HandlerLabel) -> Int { responseBytes + handler.index }

  static func requests(_ handler: HandlerLabel, _ method: MethodLabel, _ status: StatusLabel) -> Int {
    requests + (handler.index * MethodLabel.count + method.index) * StatusLabel.count + status.index
  }

  // The first slot of a histogram.
  static func requestTime(_ handler: HandlerLabel, _ method: MethodLabel) -> Int {
    requestTimes + (handler.index * MethodLabel.count + method.index) * TimeHistogram.slots
  }

  static func predictions(label: Int) -> Int { predictions + label }
}

extension Rejection {
  static var last: Rejection { .descriptors }

  var label: StaticString {
    switch self {
    case .limit: "limit"
    case .descriptors: "descriptors"
    }
  }
}
