import Bytes
import HTTP
import Inference

// The description of the endpoints, OpenAPI 3.1. It follows from the model and the tables of routes, schemas and errors.
extension HTTPService {
  mutating func writeOpenAPI() {
    let hasLabels = Model.classCount > 0
    content.append("{")
    content.append(key: "openapi", text: "3.1.0")
    content.append(key: "info", json: "{")
    content.append(key: "title", text: Model.name)
    content.append(key: "version", text: Version.text)
    content.append(key: "description", text: "Predictions of a model that was compiled into the server.")
    content.append("}")
    content.append(key: "paths", json: "{")
    for route in Route.allCases where hasLabels || !route.needsLabels { writePath(route) }
    content.append("}")
    content.append(key: "components", json: "{")
    content.append(key: "schemas", json: "{")
    for schema in Schema.allCases where hasLabels || !schema.needsLabels {
      content.append(key: schema.name)
      schema.write(of: Model.self, to: &content)
    }
    content.append("}")
    content.append(key: "responses", json: "{")
    for status in Status.allCases where status.isError { writeError(status) }
    content.append("}}}")
  }

  private mutating func writePath(_ route: Route) {
    content.append(key: route.path, json: "{")
    if route.takesContent {
      writeOperation(route, "post")
      if route == .predictLabel { writeParameter() }
      writeRequestBody()
      writeAnswers(route)
    } else {
      writeOperation(route, "get")
      writeAnswers(route)
      writeOperation(route, "head")
      content.append(key: "responses", json: "{")
      for code: StaticString in ["200", "default"] {
        content.append(key: code, json: #"{"description":"as GET, without content"}"#)
      }
      content.append("}}")
    }
    writeOperation(route, "options")
    content.append(key: "responses", json: "{")
    content.append(key: "204", json: "{")
    content.append(key: "description", text: "the methods that the path takes")
    writeAllow(route.allow)
    content.append("}")
    content.append(key: "default", json: "{")
    content.append(key: "description", text: "an error of any other method")
    writeContent(.error)
    content.append("}}}}")
  }

  // An operation up to what tells one from another. Its identifier is method and path, `get_predict_test`.
  private mutating func writeOperation(_ route: Route, _ method: StaticString) {
    content.append(key: method, json: "{")
    content.append(key: "operationId", json: "\"")
    content.append(method)
    let path = route.path.bytes
    for index in path.indices { content.append(path[index] == 0x2F || path[index] == 0x2E ? 0x5F : path[index]) }
    content.append("\"")
    content.append(key: "summary", text: route.summary)
  }

  private mutating func writeParameter() {
    content.append(key: "parameters", json: "[{")
    content.append(key: "name", text: "from")
    content.append(key: "in", text: "query")
    content.append(key: "description", text: "the most probable class, or the label output of the graph")
    content.append(key: "schema", json: #"{"type":"string","enum":["probabilities","graph"]}"#)
    content.append("}]")
  }

  private mutating func writeRequestBody() {
    content.append(key: "requestBody", json: #"{"required":true,"content":{"application/json":{"#)
    content.append(key: "schema", schema: .rows)
    content.append(key: "example", json: "{")
    content.append(key: "data", json: Model.sampleJSON)
    content.append("}}}}")
  }

  // The answers to the route's own method: the successful one, and every error that concerns the route.
  private mutating func writeAnswers(_ route: Route) {
    content.append(key: "responses", json: "{")
    content.append(key: "200", json: "{")
    content.append(key: "description", text: route.summary)
    content.append(key: "content", json: "{\"")
    content.append(route.contentType.text)
    content.append("\":{")
    if let schema = route.schema {
      content.append(key: "schema", schema: schema)
      writeExample(route)
    } else {
      content.append(key: "schema", json: #"{"type":"string"}"#)
    }
    content.append("}}}")
    for status in Status.allCases where status.concerns(route) {
      content.append(key: status.code)
      if status == .serviceUnavailable && route == .ready {
        content.append("{")
        content.append(key: "description", text: "the server is stopping, or has no room")
        content.append(key: "content", json: #"{"application/json":{"schema":{"anyOf":["#)
        Schema.ready.writeReference(to: &content)
        content.append(",")
        Schema.error.writeReference(to: &content)
        content.append("]}}}}")
      } else {
        content.append("{\"$ref\":\"#/components/responses/")
        content.append(status.code)
        content.append("\"}")
      }
    }
    content.append("}}")
  }

  // What the route answers, where that is always the same and can be said in JSON.
  private mutating func writeExample(_ route: Route) {
    let start = content.count
    content.append(key: "example")
    let empty = content.count
    switch route.schema {
    case .prediction, .labelPrediction:
      content.append("{")
      content.append(key: "prediction")
      if writeSample(route.schema == .prediction ? .scores : .label) == nil {
        content.truncate(to: empty)
      } else {
        content.append("}")
      }
    default: writeFixed(route)
    }
    if content.count == empty { content.truncate(to: start) }
  }

  private mutating func writeError(_ status: Status) {
    content.append(key: status.code)
    content.append("{")
    content.append(key: "description", text: status.meaning)
    if status == .methodNotAllowed { writeAllow("GET, HEAD, OPTIONS") }
    writeContent(status.schema)
    content.append("}")
  }

  private mutating func writeContent(_ schema: Schema) {
    content.append(key: "content", json: #"{"application/json":{"#)
    content.append(key: "schema", schema: schema)
    content.append("}}")
  }

  private mutating func writeAllow(_ example: StaticString) {
    content.append(key: "headers", json: #"{"Allow":{"schema":{"type":"string"}"#)
    content.append(key: "example", text: example)
    content.append("}}")
  }
}
