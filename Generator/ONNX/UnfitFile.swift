// A well-formed file that does not fit the model.
struct UnfitFile: Error, Equatable {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
