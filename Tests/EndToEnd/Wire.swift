import Foundation

/// A connection that is looked at closely: every answer must be strictly HTTP/1.1, and a close is told from a reset.
final class Wire: @unchecked Sendable {
  private let descriptor: Int32
  private var received: [UInt8] = []

  struct Answer: Equatable {
    var status: Int
    var fields: [String: String]
    var body: String

    var closes: Bool { fields["connection"] == "close" }
  }

  /// What comes behind the answers.
  enum End: Equatable {
    case closed, reset, silent
    case more(String)
  }

  struct Violation: Error {
    let rule: String
  }

  /// - Parameter receiveBuffer: The size of the socket's buffer in bytes; the system's own choice where nil.
  init(_ server: ServerProcess, receiveBuffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    if var size = receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { throw Violation(rule: "connect: \(errno)") }
  }

  deinit {
    close(descriptor)
  }

  /// Sends all bytes. False where the connection took no more.
  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress! + start, bytes.count - start, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      start += count
    }
    return true
  }

  func finishSending() {
    shutdown(descriptor, Int32(SHUT_WR))
  }

  /// The next answer, held against RFC 9112 sections 4 to 6 and RFC 9110 sections 6.6.1 and 8.6.
  ///
  /// - Parameters:
  ///   - method: The method that is answered; an answer to HEAD has no content.
  ///   - pause: The microseconds to wait before each read.
  func answer(to method: String = "GET", pause: UInt32 = 0) throws -> Answer {
    let head = try readHead(pause)
    guard let line = head[0].wholeMatch(of: /HTTP\/1\.1 ([1-5][0-9][0-9]) [A-Za-z ]+/), let status = Int(line.1) else {
      throw Violation(rule: "status-line: \(head[0])")
    }
    var fields: [String: String] = [:]
    for line in head.dropFirst() {
      guard let field = line.wholeMatch(of: /([A-Za-z-]+): ([\x21-\x7E](?:[\x20-\x7E]*[\x21-\x7E])?)/) else {
        throw Violation(rule: "field-line: \(line)")
      }
      if fields.updateValue(String(field.2), forKey: field.1.lowercased()) != nil {
        throw Violation(rule: "a field once: \(line)")
      }
    }
    if fields["transfer-encoding"] != nil { throw Violation(rule: "no transfer coding") }
    if status >= 200 { try checkDate(fields["date"]) }
    let length = fields["content-length"].flatMap { Int($0) }
    if status < 200 || status == 204 {
      if fields["content-length"] != nil { throw Violation(rule: "no Content-Length with \(status)") }
    } else if length == nil {
      throw Violation(rule: "Content-Length with \(status)")
    }
    let count = method == "HEAD" ? 0 : length ?? 0
    while received.count < count {
      guard read(pause) > 0 else { throw Violation(rule: "content as long as Content-Length") }
    }
    let body = String(decoding: received[..<count], as: UTF8.self)
    received.removeSubrange(..<count)
    return Answer(status: status, fields: fields, body: body)
  }

  /// What comes next where no answer is expected.
  func end() -> End {
    if received.isEmpty {
      let count = read(0)
      if count == 0 { return .closed }
      if count < 0 { return errno == ECONNRESET ? .reset : .silent }
    }
    return .more(String(decoding: received, as: UTF8.self))
  }

  // IMF-fixdate, and within a minute of now.
  private func checkDate(_ text: String?) throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let text, text.utf8.count == 29, let date = formatter.date(from: text), formatter.string(from: date) == text,
      abs(date.timeIntervalSinceNow) < 60
    else { throw Violation(rule: "Date: \(text ?? "none")") }
  }

  // The lines of the next head, without the empty line.
  private func readHead(_ pause: UInt32) throws -> [String] {
    var lines: [String] = []
    var start = 0
    while true {
      if let end = received[start...].firstIndex(of: 0x0A) {
        guard end > start, received[end - 1] == 0x0D else { throw Violation(rule: "CR LF") }
        lines.append(String(decoding: received[start..<(end - 1)], as: UTF8.self))
        start = end + 1
        if lines.last == "" {
          received.removeSubrange(..<start)
          return lines.dropLast()
        }
      } else if read(pause) <= 0 {
        throw Violation(rule: "an answer, not '\(String(decoding: received, as: UTF8.self))'")
      }
    }
  }

  private func read(_ pause: UInt32) -> Int {
    if pause > 0 { usleep(pause) }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count > 0 { received += buffer[..<count] }
    return count
  }
}
