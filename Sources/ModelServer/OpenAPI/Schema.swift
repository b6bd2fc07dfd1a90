import Bytes
import Inference

// The forms of content, as JSON Schema.
enum Schema: CaseIterable {
  case welcome, openAPI, health, live, ready, metadata, labels, label, rows, scores, prediction, labelPrediction
  case error, contentErrors

  var name: StaticString {
    switch self {
    case .welcome: "Welcome"
    case .openAPI: "OpenAPI"
    case .health: "Health"
    case .live: "Live"
    case .ready: "Ready"
    case .metadata: "Metadata"
    case .labels: "Labels"
    case .label: "Label"
    case .rows: "Rows"
    case .scores: "Scores"
    case .prediction: "Prediction"
    case .labelPrediction: "LabelPrediction"
    case .error: "Error"
    case .contentErrors: "ContentErrors"
    }
  }

  var needsLabels: Bool { self == .labels || self == .label || self == .labelPrediction }

  // The schema where it does not depend on the model.
  private var text: StaticString {
    switch self {
    case .welcome:
      #"{"type":"object","required":["message","model","docs"],"additionalProperties":{"type":"string"}}"#
    case .openAPI: #"{"type":"object","required":["openapi","info","paths"]}"#
    case .health: #"{"type":"object","required":["health"],"properties":{"health":{"const":"ok"}}}"#
    case .live: #"{"type":"object","required":["live"],"properties":{"live":{"const":true}}}"#
    case .ready: #"{"type":"object","required":["ready"],"properties":{"ready":{"type":"boolean"}}}"#
    case .labels: #"{"type":"object","additionalProperties":{"type":"string"}}"#
    case .error: #"{"type":"object","required":["detail"],"properties":{"detail":{"type":"string"}}}"#
    case .contentErrors:
      #"""
      {"type":"object","required":["detail"],"properties":{"detail":{"type":"array","minItems":1,"items":\#
      {"type":"object","required":["loc","msg","type"],"properties":\#
      {"loc":{"type":"array","items":{"type":["string","integer"]}},"msg":{"type":"string"},"type":{"type":"string"}}}}}}
      """#
    case .metadata, .label, .rows, .scores, .prediction, .labelPrediction: ""
    }
  }

  func write<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    switch self {
    case .metadata: Self.writeMetadata(of: model, to: &output)
    case .label:
      output.append(#"{"type":"string","enum":["#)
      for index in 0..<Model.classCount {
        if index > 0 { output.append(",") }
        output.append(Model.label(index))
      }
      output.append("]}")
    case .rows:
      output.append(#"{"type":"object","required":["data"],"properties":{"data":{"type":"array","minItems":1,"items":"#)
      // What rounds to a finite float32 lies within 2^128 - 2^103.
      Self.writeVector(
        Model.featureCount,
        #"{"type":"number","exclusiveMinimum":-3.4028235677973366e38,"exclusiveMaximum":3.4028235677973366e38}"#,
        to: &output)
      output.append("}}}")
    case .scores:
      Self.writeVector(
        Model.scoreCount,
        Model.scoresAreProbabilities ? #"{"type":"number","minimum":0,"maximum":1}"# : #"{"type":"number"}"#,
        to: &output)
    case .prediction: Self.writePrediction(of: .scores, to: &output)
    case .labelPrediction: Self.writePrediction(of: .label, to: &output)
    default: output.append(text)
    }
  }

  func writeReference(to output: inout ByteBuffer) {
    output.append("{\"$ref\":\"#/components/schemas/")
    output.append(name)
    output.append("\"}")
  }

  private static func writeVector(_ count: Int, _ element: StaticString, to output: inout ByteBuffer) {
    output.append(#"{"type":"array","minItems":"#)
    output.append(decimal: count)
    output.append(#","maxItems":"#)
    output.append(decimal: count)
    output.append(#","items":"#)
    output.append(element)
    output.append("}")
  }

  // For one row the prediction itself, for more a list of them.
  private static func writePrediction(of element: Schema, to output: inout ByteBuffer) {
    output.append(#"{"type":"object","required":["prediction"],"properties":{"prediction":{"anyOf":["#)
    element.writeReference(to: &output)
    output.append(#",{"type":"array","minItems":2,"items":"#)
    element.writeReference(to: &output)
    output.append("}]}}}")
  }

  private static func writeMetadata<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    output.append(#"{"type":"object","properties":{"data_sample":{"type":"array"},"prediction_sample":"#)
    output.append(#"{"anyOf":["#)
    Schema.scores.writeReference(to: &output)
    output.append(#",{"type":"null"}]},"labels":{"type":"object","additionalProperties":{"type":"string"}}"#)
    for name: StaticString in ["data_type", "data_structure", "prediction_type", "prediction_structure"] {
      output.append(key: name, json: #"{"type":"string"}"#)
    }
    for fact in ModelFact.allCases {
      output.append(",\"model_")
      output.append(fact.name)
      output.append(#"":{"type":"string"}"#)
    }
    output.append("}}")
  }
}
