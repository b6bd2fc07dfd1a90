import Foundation
import HTTP
import Inference
import Testing

@testable import ModelServer

/// What `/openapi.json` says, against the tables and models it is made from.
struct OpenAPITests {
  private func document<Model: CompiledModel>(_ model: Model.Type) throws -> [String: Any] {
    var service = HTTPService<Model>.sample()
    service.writeOpenAPI()
    let bytes = service.content.bytes.indices.map { service.content.bytes[$0] }
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// The value behind keys.
  private func value(_ document: [String: Any], _ keys: String...) -> Any? {
    keys.reduce(document as Any?) { ($0 as? [String: Any])?[$1] }
  }

  private func equal(_ value: Any?, _ json: String) throws -> Bool {
    let expected = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    return (value as? NSObject) == (expected as? NSObject)
  }

  /// Every reference in a value.
  private func references(_ value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap(references) }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { key, value in key == "$ref" ? [value as? String ?? ""] : references(value) }
  }

  @Test func everyRouteIsThereWithItsMethods() throws {
    let document = try document(SumAndQuotient.self)
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    #expect(Set(paths.keys) == Set(Route.allCases.flatMap { $0.paths("sum_and_quotient", "7") }))
    for route in Route.allCases {
      for path in route.paths("sum_and_quotient", "7") {
        let methods = try #require(paths[path]).keys.map { $0.uppercased() }
        #expect(Set(methods) == Set("\(route.allow)".components(separatedBy: ", ")), "\(path)")
      }
    }
  }

  @Test func aNameIsEncodedInItsPaths() throws {
    let paths = try #require(try document(Named.self)["paths"] as? [String: Any])
    #expect(paths.keys.contains("/v2/models/a%20%22b%22%C3%A9/versions/7/infer"))
    let encoded = "/v2/models/a%20%22b%22%C3%A9/infer"
    #expect(paths.keys.contains(encoded))
    #expect(Route.matching(Array(encoded.utf8).span, of: Named.self) == .infer)
  }

  @Test func identifiersAreUnique() throws {
    let paths = try #require(try document(SumAndQuotient.self)["paths"] as? [String: [String: [String: Any]]])
    let identifiers = paths.values.flatMap { $0.values.compactMap { $0["operationId"] as? String } }
    #expect(identifiers.contains("post_predict_label"))
    #expect(identifiers.contains("post_v2_models_name_versions_version_infer"))
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.count == paths.values.reduce(0) { $0 + $1.count })
  }

  @Test func aModelWithoutLabelsIsDescribedWithoutThem() throws {
    let document = try document(Doubled.self)
    let paths = try #require(document["paths"] as? [String: Any])
    #expect(
      Set(paths.keys) == Set(Route.allCases.filter { !$0.needsLabels }.flatMap { $0.paths("doubled", "0") }))
    let schemas = try #require(value(document, "components", "schemas") as? [String: Any])
    #expect(Set(schemas.keys) == Set(Schema.allCases.filter { !$0.needsLabels }.map { "\($0.name)" }))
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    for document in try [document(SumAndQuotient.self), document(Doubled.self)] {
      let references = references(document)
      #expect(!references.isEmpty)
      for reference in Set(references) {
        let keys = reference.components(separatedBy: "/").dropFirst()
        #expect(keys.reduce(document as Any?) { ($0 as? [String: Any])?[$1] } != nil, "\(reference)")
      }
    }
  }

  @Test func everyErrorStatusHasAnAnswer() throws {
    let document = try document(SumAndQuotient.self)
    let answers = try #require(value(document, "components", "responses") as? [String: [String: Any]])
    #expect(
      Set(answers.keys)
        == Set(
          Status.allCases.filter(\.isError).map { "\($0.rawValue)" }
            + Status.allCases.filter(\.concernsProtocol).map { "v2-\($0.rawValue)" }))
    for (code, answer) in answers {
      #expect((answer["description"] as? String)?.isEmpty == false, "\(code)")
      let form = value(answer, "content", "application/json", "schema", "$ref") as? String
      let expected = code == "422" ? "ContentErrors" : code.hasPrefix("v2-") ? "AnyError" : "Error"
      #expect(form == "#/components/schemas/\(expected)", "\(code)")
    }
  }

  @Test(arguments: [
    ("/predict", "post", [413, 415, 422, 503], [404, 405]), ("/predict/test", "get", [422], [415, 404, 405]),
    ("/health", "get", [400, 408, 414, 431, 501, 505], [415, 422]),
    ("/v2/models/sum_and_quotient/infer", "post", [400, 413, 415, 503], [404, 405, 422]),
  ])
  func errorsStandWhereTheyCanHappen(_ path: String, _ method: String, _ present: [Int], _ absent: [Int]) throws {
    let answers = try #require(
      value(document(SumAndQuotient.self), "paths", path, method, "responses") as? [String: Any])
    for status in present { #expect(answers["\(status)"] != nil, "\(status)") }
    for status in absent { #expect(answers["\(status)"] == nil, "\(status)") }
  }

  /// The example of an endpoint's successful answer.
  private func example(_ document: [String: Any], _ path: String, _ method: String = "get") -> Any? {
    value(document, "paths", path, method, "responses", "200", "content", "application/json", "example")
  }

  @Test func examplesAreWhatTheModelAnswers() throws {
    let document = try document(SumAndQuotient.self)
    let body = value(document, "paths", "/predict", "post", "requestBody", "content", "application/json")
    #expect(try equal((body as? [String: Any])?["example"], #"{"data":[[1.0,2.0]]}"#))
    let infer = value(
      document, "paths", "/v2/models/sum_and_quotient/infer", "post", "requestBody", "content", "application/json")
    #expect(
      try equal(
        (infer as? [String: Any])?["example"],
        #"{"inputs":[{"name":"x","shape":[1,2],"datatype":"FP32","data":[[1.0,2.0]]}]}"#))
    #expect(try equal(example(document, "/predict", "post"), #"{"prediction":[3.0,0.5]}"#))
    #expect(try equal(example(document, "/predict/label", "post"), #"{"prediction":"sum"}"#))
    #expect(try equal(example(document, "/predict/test/label"), #"{"prediction":"sum"}"#))
    #expect(try equal(example(document, "/label"), #"{"0":"sum","1":"quotient"}"#))
    #expect(try equal(example(document, "/health"), #"{"health":"ok"}"#))
    #expect(example(document, "/metrics") == nil)
    #expect(try equal(example(self.document(Doubled.self), "/predict", "post"), #"{"prediction":[0.0]}"#))
    #expect(example(try self.document(NeverFinite.self), "/predict", "post") == nil)
  }

  @Test func everyInputHasItsExampleAndSchema() throws {
    let document = try document(TwoInputs.self)
    let infer = value(
      document, "paths", "/v2/models/sum_and_quotient/infer", "post", "requestBody", "content", "application/json")
    #expect(
      try equal(
        (infer as? [String: Any])?["example"],
        #"{"inputs":[{"name":"a \"1\"","shape":[1,1],"datatype":"FP32","data":[[1.0]]},{"name":"b","shape":[1,1],"datatype":"FP32","data":[[2.0]]}]}"#
      ))
    let inputs = value(document, "components", "schemas", "InferenceRequest", "properties", "inputs")
    #expect((inputs as? [String: Any])?["maxItems"] as? Int == 2)
    let items = try #require(value(inputs as? [String: Any] ?? [:], "items", "anyOf") as? [[String: Any]])
    #expect(items.map { value($0, "properties", "name", "const") as? String } == ["a \"1\"", "b"])
  }

  @Test func schemasFollowTheModel() throws {
    let document = try document(SumAndQuotient.self)
    #expect(try equal(value(document, "components", "schemas", "Label", "enum"), #"["sum","quotient"]"#))
    let row = value(document, "components", "schemas", "Rows", "properties", "data", "items") as? [String: Any]
    #expect(row?["minItems"] as? Int == 2)
    #expect(row?["maxItems"] as? Int == 2)
    let scores = value(document, "components", "schemas", "Scores") as? [String: Any]
    #expect(scores?["maxItems"] as? Int == 2)
    #expect(try equal(scores?["items"], #"{"type":"number","minimum":0,"maximum":1}"#))
    let plain = try self.document(Doubled.self)
    #expect(try equal(value(plain, "components", "schemas", "Scores", "items"), #"{"type":"number"}"#))
    #expect(value(plain, "info", "title") as? String == "doubled")
  }
}
