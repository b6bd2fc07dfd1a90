import Bytes
import HTTP
import Inference
import JSON

// The description of the endpoints, OpenAPI 3.1. It follows from the model and the tables of routes, schemas and errors.
extension HTTPService {
  mutating func writeOpenAPI() {
    let hasLabels = Model.classCount > 0
    content.add("{")
    content.append(key: "openapi", text: "3.1.0")
    content.append(key: "info", json: "{")
    content.append(key: "title", text: Model.name)
    content.append(key: "version", text: Version.text)
    content.append(key: "description", text: "Predictions of a model that was compiled into the server.")
    content.add("}")
    content.append(key: "paths", json: "{")
    for route in Route.allCases where hasLabels || !route.needsLabels {
      // Of a model named `stats` the path to its metadata is that to the statistics.
      if route != .modelMetadata || !Model.name.bytes.equals("stats") { writePath(route, withVersion: false) }
      if route.hasVersion { writePath(route, withVersion: true) }
    }
    content.add("}")
    content.append(key: "components", json: "{")
    content.append(key: "schemas", json: "{")
    for schema in Schema.allCases where hasLabels || !schema.needsLabels {
      content.append(key: schema.name)
      schema.write(of: Model.self, to: &content)
    }
    content.add("}")
    content.append(key: "responses", json: "{")
    for status in Status.allCases where status.isError { writeError(status, ofProtocol: false) }
    for status in Status.allCases where status.concernsProtocol { writeError(status, ofProtocol: true) }
    content.add("}}}")
  }

  private mutating func writePath(_ route: Route, withVersion: Bool) {
    content.beginKey()
    route.writePath(of: Model.self, withVersion: withVersion, to: &content)
    content.endKey()
    content.add("{")
    if let schema = route.contentSchema {
      writeOperation(route, "post", withVersion)
      if route == .predictLabel { writeParameter() }
      writeRequestBody(schema)
      writeAnswers(route)
    } else {
      writeOperation(route, "get", withVersion)
      writeAnswers(route)
      writeOperation(route, "head", withVersion)
      content.append(key: "responses", json: "{")
      for code: StaticString in ["200", "default"] {
        content.append(key: code, json: #"{"description":"as GET, without content"}"#)
      }
      content.add("}}")
    }
    writeOperation(route, "options", withVersion)
    content.append(key: "responses", json: "{")
    content.append(key: "204", json: "{")
    content.append(key: "description", text: "the methods that the path takes")
    writeAllow(route.allow)
    content.add("}")
    content.append(key: "default", json: "{")
    content.append(key: "description", text: "an error of any other method")
    writeContent(route.isOfProtocol ? .anyError : .error)
    content.add("}}}}")
  }

  // An operation up to what tells one from another. Its identifier is method and path, `get_predict_test`.
  private mutating func writeOperation(_ route: Route, _ method: StaticString, _ withVersion: Bool) {
    content.append(key: method, json: "{")
    content.append(key: "operationId", json: "\"")
    content.add(method)
    route.writeWord(withVersion: withVersion, to: &content)
    content.add("\"")
    content.append(key: "summary", text: route.summary)
  }

  private mutating func writeParameter() {
    content.append(key: "parameters", json: "[{")
    content.append(key: "name", text: "from")
    content.append(key: "in", text: "query")
    content.append(key: "description", text: "the most probable class, or the label output of the graph")
    content.append(key: "schema", json: #"{"type":"string","enum":["probabilities","graph"]}"#)
    content.add("}]")
  }

  private mutating func writeRequestBody(_ schema: Schema) {
    content.append(key: "requestBody", json: #"{"required":true,"content":{"application/json":{"#)
    content.append(key: "schema", schema: schema)
    content.append(key: "example", json: "{")
    if schema == .inferenceRequest {
      content.append(key: "inputs", json: "[")
      for index in 0..<Model.inputCount { writeExample(of: Model.input(index), isFirst: index == 0) }
      content.add("]")
    } else {
      content.append(key: "data", json: Model.sampleJSON)
    }
    content.add("}}}}")
  }

  // An input with its part of the sample.
  private mutating func writeExample(of input: GraphTensor, isFirst: Bool) {
    content.add(isFirst ? "{" : ",{")
    content.append(key: "name", text: input.name)
    content.append(key: "shape", json: "[1,")
    content.add(input.elements.count)
    content.add("]")
    content.append(key: "datatype", text: Model.type(of: input.elements.lowerBound).datatype)
    content.append(key: "data", json: "[[")
    // Commas stand between the numbers alone.
    let sample = Model.sampleJSON.bytes
    var feature = 0
    for index in 2..<sample.count - 2 {
      let isComma = sample[index] == UInt8(ascii: ",")
      if isComma { feature += 1 }
      let isInside = input.elements.contains(feature) && !(isComma && feature == input.elements.lowerBound)
      if isInside { content.append(sample[index]) }
    }
    content.add("]]}")
  }
}
