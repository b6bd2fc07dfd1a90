import Inference

// What is told of the compiled model by name, by `inspect` and `/metadata` alike.
enum ModelFact: CaseIterable {
  case name, version, sha256, producer, opsets, operators

  var name: StaticString {
    switch self {
    case .name: "name"
    case .version: "version"
    case .sha256: "sha256"
    case .producer: "producer"
    case .opsets: "opsets"
    case .operators: "operators"
    }
  }

  func text<Model: CompiledModel>(of model: Model.Type) -> StaticString {
    switch self {
    case .name: Model.name
    case .version: Model.version
    case .sha256: Model.sha256
    case .producer: Model.producer
    case .opsets: Model.opsets
    case .operators: Model.operators
    }
  }
}
