import Bytes
import HTTP
import Inference

// The answers in the description at `/openapi.json`.
extension HTTPService {
  // The answers to the route's own method: the successful one, and every error that concerns the route.
  mutating func writeAnswers(_ route: Route) {
    content.append(key: "responses", json: "{")
    content.append(key: "200", json: "{")
    content.append(key: "description", text: route.summary)
    content.append(key: "content", json: "{\"")
    content.add(route.contentType.text)
    content.add("\":{")
    if let schema = route.schema {
      content.append(key: "schema", schema: schema)
      writeExample(route)
    } else {
      content.append(key: "schema", json: #"{"type":"string"}"#)
    }
    content.add("}")
    if route == .infer { content.append(key: "application/octet-stream", json: "{}") }
    content.add("}}")
    for status in Status.allCases where status.concerns(route) {
      content.append(key: status.code)
      if let schema = route.schema, status == .serviceUnavailable && route.tellsReadiness {
        content.add("{")
        content.append(key: "description", text: "the server is stopping, or has no room")
        content.append(key: "content", json: #"{"application/json":{"schema":{"anyOf":["#)
        schema.writeReference(to: &content)
        content.add(",")
        Schema.anyError.writeReference(to: &content)
        content.add("]}}}}")
      } else {
        content.add("{\"$ref\":\"#/components/responses/")
        if route.isOfProtocol { content.add(Self.protocolMark) }
        content.add(status.code)
        content.add("\"}")
      }
    }
    content.add("}}")
  }

  // What the route answers, where that is always the same and can be said in JSON.
  private mutating func writeExample(_ route: Route) {
    let start = content.count
    content.append(key: "example")
    let empty = content.count
    switch route.schema {
    case .prediction, .labelPrediction:
      content.add("{")
      content.append(key: "prediction")
      if writeSample(route.schema == .prediction ? .scores : .label) == nil {
        content.truncate(to: empty)
      } else {
        content.add("}")
      }
    default: writeFixed(route)
    }
    if content.count == empty { content.truncate(to: start) }
  }

  // What comes before the status in the name of an answer in the form of the Open Inference Protocol.
  private static var protocolMark: StaticString { "v2-" }

  mutating func writeError(_ status: Status, ofProtocol: Bool) {
    content.beginKey()
    if ofProtocol { content.add(Self.protocolMark) }
    content.add(status.code)
    content.endKey()
    content.add("{")
    content.append(key: "description", text: status.meaning)
    if status == .methodNotAllowed { writeAllow("GET, HEAD, OPTIONS") }
    writeContent(ofProtocol ? .anyError : status.schema)
    content.add("}")
  }

  mutating func writeContent(_ schema: Schema) {
    content.append(key: "content", json: #"{"application/json":{"#)
    content.append(key: "schema", schema: schema)
    content.add("}}")
  }

  mutating func writeAllow(_ example: StaticString) {
    content.append(key: "headers", json: #"{"Allow":{"schema":{"type":"string"}"#)
    content.append(key: "example", text: example)
    content.add("}}")
  }
}
