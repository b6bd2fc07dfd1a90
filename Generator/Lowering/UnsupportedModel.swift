// A well-formed model that breaks a rule of ONNX, or that this generator does not compile.
struct UnsupportedModel: Error, Equatable {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
