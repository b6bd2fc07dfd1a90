import Foundation
import Synchronization
import Testing

/// Stopping under load loses no request.
struct DrainTests {
  private let body = #"{"data":[[5.1,3.5,1.4,0.2]]}"#

  /// Counts what concurrent clients have seen.
  private final class Tally: Sendable {
    let answered = Atomic(0)
    let failed = Atomic(0)
    let stopped = Atomic(false)
  }

  /// Runs `work` on so many threads, and returns a function that waits for all of them.
  private func start(_ count: Int, _ work: @escaping @Sendable () -> Void) -> () -> Void {
    let group = DispatchGroup()
    for _ in 0..<count {
      group.enter()
      Thread {
        work()
        group.leave()
      }.start()
    }
    return { group.wait() }
  }

  @Test func fiftyBusyClientsLoseNothing() throws {
    let server = try ServerProcess()
    let tally = Tally()
    let clients = try (0..<50).map { _ in try Client(server) }
    let next = Atomic(0)
    // A client goes on until the server says that it closes.
    let join = start(clients.count) { [body] in
      let client = clients[next.add(1, ordering: .relaxed).oldValue]
      while true {
        guard let answer = try? client.post("/predict", body), answer.status == 200 else {
          tally.failed.add(1, ordering: .relaxed)
          return
        }
        tally.answered.add(1, ordering: .relaxed)
        if answer.fields["connection"] == "close" { return }
      }
    }
    usleep(300_000)
    let status = server.stop().status
    join()
    #expect(status == 0)
    #expect(tally.failed.load(ordering: .relaxed) == 0)
    #expect(tally.answered.load(ordering: .relaxed) > 50)
  }

  @Test func readinessFailsBeforeTheServerDrains() throws {
    let server = try ServerProcess(["DRAIN_DELAY": "2"])
    let client = try Client(server)
    #expect(try client.get("/v2/health/ready").status == 200)
    #expect(try client.get("/v2/health/live").body == #"{"live":true}"#)
    kill(server.process.processIdentifier, SIGTERM)
    usleep(200_000)
    let ready = try client.get("/v2/health/ready")
    #expect(ready.status == 503)
    #expect(ready.body == #"{"ready":false}"#)
    #expect(ready.fields["connection"] == nil, "the connection goes on")
    #expect(try client.get("/v2/health/live").status == 200)
    #expect(try Client(server).post("/predict", body).status == 200, "new connections are still served")
    #expect(server.stop(SIGTERM).status == 0, "a second signal ends the delay")
  }

  @Test func theGracePeriodIsBounded() throws {
    let server = try ServerProcess(["GRACE_PERIOD": "1"])
    let client = try Client(server)
    client.send("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 28\r\n\r\n")
    usleep(100_000)
    let (status, log) = server.stop()
    #expect(status == 0)
    #expect(log.contains("stopped before all connections were closed"))
  }

  /// A new process takes over the port: clients that keep their connections and clients that make one for each request
  /// go on without a failure.
  @Test func aRollingRestartLosesNothing() throws {
    let old = try ServerProcess(["REUSE_PORT": "on"])
    let tally = Tally()
    let port = old.port
    let join = start(8) { [body] in
      var keepsAlive = Int.random(in: 0...1) == 0
      while !tally.stopped.load(ordering: .relaxed) {
        guard let client = try? Client(port: port) else {
          tally.failed.add(1, ordering: .relaxed)
          return
        }
        keepsAlive.toggle()
        repeat {
          client.request("POST", "/predict", body, fields: keepsAlive ? "" : "Connection: close\r\n")
          guard let answer = try? client.answer(), answer.status == 200 else {
            tally.failed.add(1, ordering: .relaxed)
            return
          }
          tally.answered.add(1, ordering: .relaxed)
          if answer.fields["connection"] == "close" { break }
        } while !tally.stopped.load(ordering: .relaxed)
      }
    }
    usleep(300_000)
    let new = try ServerProcess(["REUSE_PORT": "on", "PORT": "\(port)"])
    usleep(300_000)
    #expect(old.stop().status == 0)
    let before = tally.answered.load(ordering: .relaxed)
    usleep(500_000)
    tally.stopped.store(true, ordering: .relaxed)
    join()
    #expect(tally.failed.load(ordering: .relaxed) == 0)
    #expect(tally.answered.load(ordering: .relaxed) > before, "the new process answers")
    #expect(new.stop().status == 0)
  }
}
