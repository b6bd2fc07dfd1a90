import Foundation

/// A blocking TCP client that sends exactly the bytes it is given and reads answers of HTTP/1.1.
final class Client {
  private let descriptor: Int32
  private var received: [UInt8] = []

  struct Answer: Equatable {
    var status: Int
    var fields: [String: String]
    var body: String
  }

  convenience init(_ server: ServerProcess) throws {
    try self.init(port: server.port)
  }

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { throw ServerProcessError.noAnswer("connect: \(errno)") }
  }

  deinit {
    close(descriptor)
  }

  func send(_ text: String) {
    send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress! + start, bytes.count - start, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      start += count
    }
  }

  /// Ends the sending side, as a client does that has nothing more to ask.
  func finishSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// The next answer. `hasBody` is false for the answer to a HEAD request.
  func answer(hasBody: Bool = true) throws -> Answer {
    let end = try readHead()
    let lines = String(decoding: received[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    received.removeSubrange(..<(end + 4))
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw ServerProcessError.noAnswer(lines[0])
    }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { throw ServerProcessError.noAnswer(line) }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let length = hasBody ? fields["content-length"].flatMap { Int($0) } ?? 0 : 0
    while received.count < length {
      guard readMore() else { throw ServerProcessError.noAnswer("the body ended early") }
    }
    let body = String(decoding: received[..<length], as: UTF8.self)
    received.removeSubrange(..<length)
    return Answer(status: status, fields: fields, body: body)
  }

  /// Whether the server has closed the connection and sent nothing more.
  func isClosed() -> Bool {
    received.isEmpty && !readMore()
  }

  private func readHead() throws -> Int {
    var searched = 0
    while true {
      if received.count >= 4 {
        for index in max(0, searched - 3)...(received.count - 4)
        where received[index...].starts(with: [13, 10, 13, 10]) {
          return index
        }
      }
      searched = received.count
      guard readMore() else { throw ServerProcessError.noAnswer(String(decoding: received, as: UTF8.self)) }
    }
  }

  private func readMore() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count <= 0 { return false }
    received += buffer[..<count]
    return true
  }
}

extension Client {
  /// Sends a request with Host and, for a body, Content-Type and Content-Length.
  func request(
    _ method: String, _ target: String, _ body: String? = nil, type: String? = "application/json", fields: String = ""
  ) {
    var text = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)"
    if let body {
      if let type { text += "Content-Type: \(type)\r\n" }
      text += "Content-Length: \(body.utf8.count)\r\n"
    }
    send(text + "\r\n" + (body ?? ""))
  }

  func get(_ target: String) throws -> Answer {
    request("GET", target)
    return try answer()
  }

  func post(_ target: String, _ body: String, type: String? = "application/json") throws -> Answer {
    request("POST", target, body, type: type)
    return try answer()
  }
}
