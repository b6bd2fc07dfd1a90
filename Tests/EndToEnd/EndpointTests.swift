import Foundation
import Testing

/// The table of endpoints in the HTTP contract, for the model of the repository.
struct EndpointTests {
  private let server: ServerProcess
  private let client: Client

  init() throws {
    server = try ServerProcess()
    client = try Client(server)
  }

  private func json(_ answer: Client.Answer) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
  }

  @Test func health() throws {
    let answer = try client.get("/health")
    #expect(answer.status == 200)
    #expect(answer.body == #"{"health":"ok"}"#)
    #expect(answer.fields["content-type"] == "application/json")
    #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
  }

  @Test func label() throws {
    #expect(try client.get("/label").body == #"{"0":"setosa","1":"versicolor","2":"virginica"}"#)
  }

  @Test func metadata() throws {
    let answer = try client.get("/metadata")
    let metadata = try json(answer)
    #expect(answer.body.contains(#""data_structure":"(1,4)""#))
    #expect(answer.body.contains(#""data_sample":[[5.1,3.5,1.4,0.2]]"#))
    #expect(metadata["data_type"] as? String == "float32")
    #expect(metadata["prediction_type"] as? String == "float32")
    #expect(metadata["prediction_structure"] as? String == "(1,3)")
    #expect((metadata["prediction_sample"] as? [Double])?.count == 3)
    #expect(metadata["model_name"] as? String == "iris_svc")
    #expect((metadata["model_sha256"] as? String)?.count == 64)
    #expect(metadata["labels"] as? [String: String] == ["0": "setosa", "1": "versicolor", "2": "virginica"])
  }

  @Test func theSampleIsPredictedAsAnyRow() throws {
    let posted = try client.post("/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#)
    #expect(posted.status == 200)
    #expect(try client.get("/predict/test") == posted)
    #expect(try client.get("/predict/test/label").body == #"{"prediction":"setosa"}"#)
    #expect(
      try json(client.get("/metadata"))["prediction_sample"] as? [Double] == json(posted)["prediction"] as? [Double])
  }

  @Test(arguments: [
    ("[5.1,3.5,1.4,0.2]", "setosa"), ("[5.9,3.0,4.2,1.5]", "versicolor"), ("[6.3,2.9,5.6,1.8]", "virginica"),
  ])
  func theThreeSpecies(_ row: String, _ label: String) throws {
    #expect(try client.post("/predict/label", "{\"data\":[\(row)]}").body == "{\"prediction\":\"\(label)\"}")
    let answer = try json(client.post("/predict", "{\"data\":[\(row)]}"))
    let probabilities = try #require(answer["prediction"] as? [Double])
    #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
  }

  @Test func manyRowsGiveAListOfPredictions() throws {
    let rows = ["[5.1,3.5,1.4,0.2]", "[5.9,3.0,4.2,1.5]", "[6.3,2.9,5.6,1.8]"]
    let one = try rows.map { row in
      try client.post("/predict", "{\"data\":[\(row)]}").body.dropFirst("{\"prediction\":".count).dropLast()
    }
    let all = "{\"data\":[\(rows.joined(separator: ","))]}"
    #expect(try client.post("/predict", all).body == "{\"prediction\":[\(one.joined(separator: ","))]}")
    #expect(try client.post("/predict/label", all).body == #"{"prediction":["setosa","versicolor","virginica"]}"#)
  }

  @Test func theLabelOfTheGraphIsThereForTheAsking() throws {
    let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#
    #expect(try client.post("/predict/label?from=graph", body).body == #"{"prediction":"setosa"}"#)
    #expect(try client.post("/predict/label?from=probabilities", body).body == #"{"prediction":"setosa"}"#)
    #expect(try client.post("/predict/label?from=nowhere", body).status == 422)
  }

  @Test func welcomePointsToTheDocs() throws {
    let welcome = try json(client.get("/"))
    let docs = try client.get(#require(welcome["docs"] as? String))
    #expect(docs.status == 200)
    #expect(docs.fields["content-type"] == "text/html; charset=utf-8")
  }

  @Test func theDescriptionNamesTheEndpoints() throws {
    let answer = try client.get("/openapi.json")
    #expect(answer.status == 200)
    #expect(answer.fields["content-type"] == "application/json")
    let paths = try #require(try json(answer)["paths"] as? [String: [String: Any]])
    for (path, methods) in paths {
      let post = methods["post"] as? [String: Any]
      let content = (post?["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]]
      let example = try JSONSerialization.data(withJSONObject: content?["application/json"]?["example"] ?? [:])
      for method in ["GET", "HEAD", "POST"] {
        client.request(method, path, method == "POST" ? String(decoding: example, as: UTF8.self) : nil)
        let status = try client.answer(hasBody: method != "HEAD").status
        #expect(status == (methods[method.lowercased()] == nil ? 405 : 200), "\(method) \(path)")
      }
    }
    #expect(paths.keys.contains("/predict/label"))
  }

  @Test(arguments: [
    "/", "/docs", "/openapi.json", "/health", "/metadata", "/label", "/predict/test", "/predict/test/label",
  ])
  func headIsGetWithoutTheBody(_ path: String) throws {
    let full = try client.get(path)
    client.request("HEAD", path)
    let head = try client.answer(hasBody: false)
    #expect(head.status == 200)
    #expect(head.fields["content-length"] == full.fields["content-length"])
    #expect(try client.get("/health").status == 200, "the connection is still in step")
  }

  @Test(arguments: ["/health?x=y", "/%68ealth", "http://localhost/health", "http://localhost:1/%68ealth?x"])
  func otherSpellingsOfAPath(_ target: String) throws {
    #expect(try client.get(target).body == #"{"health":"ok"}"#)
  }

  @Test func optionsNamesTheMethods() throws {
    for (target, allow) in [
      ("/predict", "POST, OPTIONS"), ("/health", "GET, HEAD, OPTIONS"), ("*", "GET, HEAD, POST, OPTIONS"),
    ] {
      client.request("OPTIONS", target)
      let answer = try client.answer()
      #expect(answer.status == 204)
      #expect(answer.fields["allow"] == allow)
    }
  }
}
