@testable import ModelServer

extension Route {
  /// The paths that the route's template stands for, with the version and, where that may be left out, without.
  func paths(_ name: String, _ version: String) -> [String] {
    let named = "\(path)".replacing("{name}", with: name).replacing("{version}", with: version)
    return [named.replacing("[", with: "").replacing("]", with: ""), named.replacing(/\[.*\]/, with: "")]
  }
}
