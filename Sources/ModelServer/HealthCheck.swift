import Bytes
import CLinux
import EventLoop
import HTTP

// Asks the server on this machine for /health, as a container's health check does.
enum HealthCheck {
  // Success where the server answers 200 within two seconds.
  @export(interface)  // Without its body at hand, a client compiles no second copy of it.
  static func run(_ configuration: Configuration) -> ExitStatus {
    guard let address = localAddress(configuration) else { return .failure }
    let descriptor = socket(address.isVersion6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return failed("no socket") }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 2, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    // SO_SNDTIMEO bounds connect as well.
    guard unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, length) == 0,
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, length) == 0,
      unsafe address.withSocketAddress({ unsafe connect(descriptor, $0, $1) }) == 0
    else { return failed("cannot connect") }

    var request = ByteBuffer()
    request.add("GET ")
    request.add(Route.health.path)
    request.add(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    StandardStream.write(request.bytes, to: descriptor)
    return isWell(descriptor) ? .success : failed("the server is not well")
  }

  // Where a server with this configuration is reached from the same machine.
  private static func localAddress(_ configuration: Configuration) -> ListenAddress? {
    guard let address = configuration.address(port: configuration[.port]) else { return nil }
    return address.reachable
  }

  private static func isWell(_ descriptor: Int32) -> Bool {
    let expected = Status.ok.line
    var answer = ByteBuffer()
    while answer.count < expected.utf8CodeUnitCount {
      var result = 0
      answer.append(upTo: 512) { area in
        result = unsafe area.withUnsafeMutableBufferPointer { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        return max(0, result)
      }
      if result <= 0 { return false }
    }
    return answer.bytes.extracting(0..<expected.utf8CodeUnitCount).equals(expected)
  }

  private static func failed(_ reason: StaticString) -> ExitStatus {
    var message = ByteBuffer()
    message.add("model-server: healthcheck: ")
    message.add(reason)
    message.add("\n")
    StandardStream.write(message.bytes, to: STDERR_FILENO)
    return .failure
  }
}
