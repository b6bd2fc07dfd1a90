import Bytes
import Foundation
import HTTP
import Inference

@testable import ModelServer

/// A worker with one connection.
struct WorkerConnection<Model: CompiledModel>: ~Copyable {
  var service: HTTPService<Model>
  var stream: RequestStream
  /// What is left of a request that is not complete.
  var input = ByteBuffer()
  var received = 0
  var sent = 0

  init(_ counters: Counters, worker: Int = 0) {
    service = .sample(counters: counters, worker: worker)
    stream = service.open()
  }

  /// What is answered to all that is pipelined here.
  mutating func send(_ requests: String...) -> String {
    var output = ByteBuffer()
    for byte in requests.joined().utf8 { input.append(byte) }
    received += requests.joined().utf8.count
    _ = service.receive(&input, &output, &stream, lifecycle: .serving)
    sent += output.count
    return String(decoding: output.bytes.indices.map { output.bytes[$0] }, as: UTF8.self)
  }

  /// Goes on with the worker's next connection.
  mutating func renew() {
    service.close(&stream)
    stream = service.open()
    input.removeAll()
  }

  /// The content of the answer to a GET.
  mutating func get(_ target: String) -> String {
    send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n").components(separatedBy: "\r\n\r\n")[1]
  }

  /// The samples that another worker is told of now.
  mutating func scrape() -> [String: Double] {
    var samples: [String: Double] = [:]
    for line in get("/metrics").split(separator: "\n") where line.first != "#" {
      let end = line.lastIndex(of: " ")!
      samples[String(line[..<end])] = Double(line[end...].dropFirst())
    }
    return samples
  }
}
