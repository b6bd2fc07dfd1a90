/// The first byte that no JSON text could have at its place.
struct SyntaxError: Error, Equatable {
  var reason: SyntaxReason

  // From 0; the length of the body where it ended too early.
  var offset: Int
}
