import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

struct Answer<Prediction: Decodable>: Decodable {
  var prediction: [Prediction]
}

struct Refusal: Error {
  var status: Int
  var content: String
}

func ask<Prediction: Decodable>(_ path: String, _ rows: [[Double]]) async throws -> [Prediction] {
  var request = URLRequest(url: URL(string: CommandLine.arguments[1] + path)!, timeoutInterval: 5)
  request.httpMethod = "POST"
  request.setValue("application/json", forHTTPHeaderField: "Content-Type")
  request.httpBody = try JSONEncoder().encode(["data": rows])
  let (content, response) = try await URLSession.shared.data(for: request)
  let status = (response as! HTTPURLResponse).statusCode
  guard status == 200 else { throw Refusal(status: status, content: String(decoding: content, as: UTF8.self)) }
  return try JSONDecoder().decode(Answer<Prediction>.self, from: content).prediction
}

let rows = [[5.1, 3.5, 1.4, 0.2], [6.3, 2.9, 5.6, 1.8]]
let labels: [String] = try await ask("/predict/label", rows)
let probabilities: [[Double]] = try await ask("/predict", rows)
for (label, row) in zip(labels, probabilities) { print(label, row.max()!) }

do {
  let _: [[Double]] = try await ask("/predict", [[5.1, 3.5]])
} catch let refusal as Refusal {
  print(refusal.status, refusal.content)
}
