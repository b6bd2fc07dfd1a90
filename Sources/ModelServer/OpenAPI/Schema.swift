import Bytes
import Inference

// The forms of content, as JSON Schema.
enum Schema: CaseIterable {
  case welcome, openAPI, health, live, ready, metadata, labels, label, rows, scores, prediction, labelPrediction
  case serverMetadata, statistics, duration, modelMetadata, modelReady, inferenceRequest, inferenceResponse
  case error, contentErrors, protocolError, anyError

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
    case .protocolError: "ProtocolError"
    case .anyError: "AnyError"
    case .serverMetadata: "ServerMetadata"
    case .statistics: "Statistics"
    case .duration: "Duration"
    case .modelMetadata: "ModelMetadata"
    case .modelReady: "ModelReady"
    case .inferenceRequest: "InferenceRequest"
    case .inferenceResponse: "InferenceResponse"
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
    case .protocolError: #"{"type":"object","required":["error"],"properties":{"error":{"type":"string"}}}"#
    case .serverMetadata:
      #"""
      {"type":"object","required":["name","version","extensions"],"properties":\#
      {"name":{"type":"string"},"version":{"type":"string"},"extensions":{"type":"array","items":{"type":"string"}}}}
      """#
    case .statistics:
      #"""
      {"type":"object","required":["model_stats"],"properties":{"model_stats":{"type":"array","items":{"type":"object",\#
      "required":["name","version","last_inference","inference_count","execution_count","inference_stats","batch_stats"],\#
      "properties":{"name":{"type":"string"},"version":{"type":"string"},"last_inference":{"type":"integer","minimum":0},\#
      "inference_count":{"type":"integer","minimum":0},"execution_count":{"type":"integer","minimum":0},\#
      "inference_stats":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Duration"}},\#
      "batch_stats":{"type":"array"}}}}}}
      """#
    case .duration:
      #"""
      {"type":"object","required":["count","ns"],"properties":\#
      {"count":{"type":"integer","minimum":0},"ns":{"type":"integer","minimum":0}}}
      """#
    case .modelReady:
      #"""
      {"type":"object","required":["name","ready"],"properties":{"name":{"type":"string"},"ready":{"type":"boolean"}}}
      """#
    case .metadata, .label, .rows, .scores, .prediction, .labelPrediction: ""
    case .anyError, .modelMetadata, .inferenceRequest, .inferenceResponse: ""
    }
  }

  func write<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    switch self {
    case .metadata: Self.writeMetadata(of: model, to: &output)
    case .label:
      output.add(#"{"type":"string","enum":["#)
      for index in 0..<Model.classCount {
        if index > 0 { output.add(",") }
        output.add(Model.label(index))
      }
      output.add("]}")
    case .rows:
      output.add(#"{"type":"object","required":["data"],"properties":{"data":{"type":"array","minItems":1,"items":"#)
      Self.writeRow(Model.featureCount, to: &output) {
        Model.type(of: $0)
      } schema: {
        $0.schema
      }
      output.add("}}}")
    case .scores:
      if Model.scoresAreProbabilities {
        Self.writeVector(Model.scoreCount, #"{"type":"number","minimum":0,"maximum":1}"#, to: &output)
      } else {
        Self.writeRow(Model.scoreCount, to: &output) {
          Model.scoreType($0)
        } schema: {
          $0.answer
        }
      }
    case .prediction: Self.writePrediction(of: .scores, to: &output)
    case .labelPrediction: Self.writePrediction(of: .label, to: &output)
    case .modelMetadata: Self.writeModelMetadata(of: model, to: &output)
    case .inferenceRequest: Self.writeInferenceRequest(of: model, to: &output)
    case .inferenceResponse: Self.writeInferenceResponse(of: model, to: &output)
    case .anyError:
      // A request that fails before its path is known is answered as on any other path.
      output.add(#"{"anyOf":["#)
      Schema.protocolError.writeReference(to: &output)
      output.add(",")
      Schema.error.writeReference(to: &output)
      output.add("]}")
    default: output.add(text)
    }
  }

  func writeReference(to output: inout ByteBuffer) {
    output.add("{\"$ref\":\"#/components/schemas/")
    output.add(name)
    output.add("\"}")
  }

  // A row of features or of scores, an element of one schema where they are of one type.
  private static func writeRow(
    _ count: Int, to output: inout ByteBuffer, type: (Int) -> NumberType, schema: (NumberType) -> StaticString
  ) {
    var isOfOneType = true
    for column in 0..<count where type(column) != type(0) { isOfOneType = false }
    if isOfOneType { return writeVector(count, schema(type(0)), to: &output) }
    output.add(#"{"type":"array","minItems":"#)
    output.add(count)
    output.add(#","maxItems":"#)
    output.add(count)
    output.add(#","prefixItems":["#)
    for column in 0..<count {
      if column > 0 { output.add(",") }
      output.add(schema(type(column)))
    }
    output.add("]}")
  }

  static func writeVector(_ count: Int, _ element: StaticString, to output: inout ByteBuffer) {
    output.add(#"{"type":"array","minItems":"#)
    output.add(count)
    output.add(#","maxItems":"#)
    output.add(count)
    output.add(#","items":"#)
    output.add(element)
    output.add("}")
  }

  // For one row the prediction itself, for more a list of them.
  private static func writePrediction(of element: Schema, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","required":["prediction"],"properties":{"prediction":{"anyOf":["#)
    element.writeReference(to: &output)
    output.add(#",{"type":"array","minItems":2,"items":"#)
    element.writeReference(to: &output)
    output.add("}]}}}")
  }

  private static func writeMetadata<Model: CompiledModel>(of model: Model.Type, to output: inout ByteBuffer) {
    output.add(#"{"type":"object","properties":{"data_sample":{"type":"array"},"prediction_sample":"#)
    output.add(#"{"anyOf":["#)
    Schema.scores.writeReference(to: &output)
    output.add(#",{"type":"null"}]},"labels":{"type":"object","additionalProperties":{"type":"string"}}"#)
    for name: StaticString in ["data_type", "data_structure", "prediction_type", "prediction_structure"] {
      output.append(key: name, json: #"{"type":"string"}"#)
    }
    for fact in ModelFact.allCases {
      output.add(",\"model_")
      output.add(fact.name)
      output.add(#"":{"type":"string"}"#)
    }
    output.add("}}")
  }
}

extension NumberType {
  // The form of a number in an answer.
  var answer: StaticString {
    switch self {
    case .float32, .float64: #"{"type":"number"}"#
    case .int64, .int32: #"{"type":"integer"}"#
    case .bool: #"{"type":"boolean"}"#
    }
  }

  // The form of a number in a request.
  var schema: StaticString {
    switch self {
    // What rounds to a finite float32 lies within 2^128 - 2^103.
    case .float32:
      #"{"type":"number","exclusiveMinimum":-3.4028235677973366e38,"exclusiveMaximum":3.4028235677973366e38}"#
    case .float64: #"{"type":"number"}"#
    case .int64: #"{"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807}"#
    case .int32: #"{"type":"integer","minimum":-2147483648,"maximum":2147483647}"#
    case .bool: #"{"enum":[true,false,0,1]}"#
    }
  }
}
