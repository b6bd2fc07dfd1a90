import Foundation
import Testing

/// The Open Inference Protocol over sockets, for the model of the repository.
struct InferenceProtocolTests {
  private let server: ServerProcess
  private let client: Client
  private let infer = "/v2/models/iris_svc/infer"

  init() throws {
    server = try ServerProcess()
    client = try Client(server)
  }

  private func json(_ answer: Client.Answer) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
  }

  private func input(_ rows: [String]) -> String {
    #""inputs":[{"name":"input","shape":[\#(rows.count),4],"datatype":"FP32","data":[\#(rows.joined(separator: ","))]}]"#
  }

  @Test(arguments: ["/v2", "/v2/", "http://localhost/v2"])
  func serverMetadata(_ target: String) throws {
    let metadata = try json(client.get(target))
    #expect(metadata["name"] as? String == "model-server")
    #expect(metadata["extensions"] as? [String] == ["binary_tensor_data", "classification", "statistics"])
  }

  @Test func modelMetadataAgreesWithMetadata() throws {
    let metadata = try json(client.get("/v2/models/iris_svc"))
    let own = try json(client.get("/metadata"))
    #expect(metadata["name"] as? String == own["model_name"] as? String)
    let version = try #require(own["model_version"] as? String)
    #expect(metadata["versions"] as? [String] == [version])
    let full = try client.get("/v2/models/iris_svc/versions/\(version)")
    #expect(try json(full) as NSDictionary == metadata as NSDictionary)
    #expect(try client.get("/v2/models/iris_svc/ready").body == #"{"name":"iris_svc","ready":true}"#)
    #expect(try client.get("/v2/models/iris_svc/versions/\(version)0").status == 404)
  }

  /// Digit for digit what /predict answers, whichever form the rows have.
  @Test(arguments: [1, 2, 50])
  func answersAsPredictDoes(_ count: Int) throws {
    let rows = (0..<count).map { "\(4.5 + Double($0) / 16),3.5,\(1 + Double($0 % 7) / 3),0.2" }
    let lists = rows.map { "[\($0)]" }
    let predicted = try client.post("/predict", #"{"data":[\#(lists.joined(separator: ","))]}"#).body
    let numbers = predicted.dropFirst(#"{"prediction":"#.count).dropLast().filter { $0 != "[" && $0 != "]" }
    for data in [rows, lists] {
      let answer = try client.post(infer, #"{"id":"é","outputs":[{"name":"output_probability"}],\#(input(data))}"#)
      #expect(answer.status == 200)
      #expect(
        answer.body
          == #"{"model_name":"iris_svc","model_version":"1","id":"é","outputs":[{"name":"output_probability","datatype":"FP32","shape":[\#(count),3],"data":[\#(numbers)]}]}"#
      )
    }
  }

  @Test func labelsAreTheGraphsOwn() throws {
    let answer = try client.post(infer, "{\(input(["5.1,3.5,1.4,0.2", "5.9,3.0,4.2,1.5", "6.3,2.9,5.6,1.8"]))}")
    #expect(answer.body.hasSuffix(#"{"name":"output_label","datatype":"INT64","shape":[3],"data":[0,1,2]}]}"#))
  }

  @Test func badRequestsAreToldInTheProtocolsForm() throws {
    for (method, target, body, status, error) in [
      ("POST", infer, "{}", 400, "inputs is missing"),
      ("POST", infer, "", 400, "invalid JSON: unexpected end at byte 0"),
      ("GET", infer, nil, 405, "Method Not Allowed"),
      ("GET", "/v2/models/other", nil, 404, "Not Found"),
      ("GET", "/v2/nope", nil, 404, "Not Found"),
      ("POST", "/v2/health/live", "{}", 405, "Method Not Allowed"),
    ] as [(String, String, String?, Int, String)] {
      client.request(method, target, body)
      let answer = try client.answer()
      #expect(answer.status == status, "\(method) \(target)")
      #expect(answer.body == #"{"error":"\#(error)"}"#, "\(method) \(target)")
    }
    #expect(try client.post(infer, "{}", type: "text/plain").status == 415)
    #expect(try client.post(infer, "{}", type: "application/octet-stream").status == 415, "without the JSON's length")
    #expect(try client.post("/predict", "{}", type: "application/octet-stream").status == 415)
    client.request("POST", infer, "{}", fields: "Inference-Header-Content-Length: x\r\n")
    #expect(try client.answer().body.contains("Inference-Header-Content-Length is not"))
    client.send("POST \(infer) HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n")
    let answer = try client.answer()
    #expect(answer.status == 413)
    #expect(answer.body.hasPrefix(#"{"error":""#))
  }

  @Test(arguments: ["", "/iris_svc", "/iris_svc/versions/1"])
  func statisticsTellWhatWasAsked(_ path: String) throws {
    _ = try client.post(infer, "{\(input(["5.1,3.5,1.4,0.2", "5.9,3.0,4.2,1.5"]))}")
    _ = try client.post("/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#)
    _ = try client.post("/predict", #"{"data":[]}"#)
    let models = try #require(json(client.get("/v2/models\(path)/stats"))["model_stats"] as? [[String: Any]])
    let model = try #require(models.first)
    #expect(models.count == 1 && model["name"] as? String == "iris_svc" && model["version"] as? String == "1")
    #expect(model["inference_count"] as? Int == 3 && model["execution_count"] as? Int == 2)
    let parts = try #require(model["inference_stats"] as? [String: [String: Int]])
    #expect(parts["success"]?["count"] == 2 && parts["fail"]?["count"] == 1)
    let age = try Date.now.timeIntervalSince1970 - Double(#require(model["last_inference"] as? Int)) / 1000
    #expect((-1..<60).contains(age), "\(age) s")
  }

  @Test func metricsNameTheTemplate() throws {
    _ = try client.post(infer, "{\(input(["5.1,3.5,1.4,0.2"]))}")
    _ = try client.get("/v2/models/other/ready")
    let metrics = try client.get("/metrics").body
    let handler = #"handler="/v2/models/{name}[/versions/{version}]/infer""#
    #expect(metrics.contains(#"http_requests_total{\#(handler),method="POST",status="200"} 1"#))
    #expect(metrics.contains(#"handler="none",method="GET",status="404"} 1"#))
    #expect(!metrics.contains("other"))
  }
}
