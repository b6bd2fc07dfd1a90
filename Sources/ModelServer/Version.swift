// The version of the program, by semantic versioning.
enum Version {
  static var text: StaticString { "0.1.0" }
}
