import HTTP

// The values of the labels of requests. Each comes from a table, so that no text of a client gets into a label and the
// number of series has a bound.

// The route, or one value for all paths that have none.
struct HandlerLabel {
  let index: Int

  static var count: Int { Int(Route.last.rawValue) + 2 }

  static var all: some Sequence<Self> { (0..<count).lazy.map { Self(index: $0) } }

  init(_ route: Route?) {
    index = route.map { Int($0.rawValue) } ?? Self.count - 1
  }

  private init(index: Int) {
    self.index = index
  }

  var text: StaticString { UInt8(exactly: index).flatMap(Route.init)?.path ?? "none" }
}

// The method, or one value for all that nobody knows and for requests that end before their method: the value that
// OpenTelemetry gives them.
struct MethodLabel {
  let index: Int

  static var count: Int { Int(Method.patch.rawValue) + 2 }

  static var all: some Sequence<Self> { (0..<count).lazy.map { Self(index: $0) } }

  init(_ method: Method?) {
    index = method.map { Int($0.rawValue) } ?? Self.count - 1
  }

  private init(index: Int) {
    self.index = index
  }

  var text: StaticString { UInt8(exactly: index).flatMap(Method.init)?.name ?? "_OTHER" }
}

// The status code.
struct StatusLabel {
  let index: Int

  static var count: Int { Status.allCases.count }

  static var all: some Sequence<Self> { (0..<count).lazy.map { Self(index: $0) } }

  init(_ status: Status) {
    // The first is the one of nearly all answers.
    var index = 0
    while Status.allCases[index] != status { index += 1 }
    self.index = index
  }

  private init(index: Int) {
    self.index = index
  }

  var code: Int { Int(Status.allCases[index].rawValue) }
}
