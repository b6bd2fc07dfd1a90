import Foundation
import Testing

/// Start, settings, commands and end of the program.
struct LifecycleTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func signalsEndItCleanly(_ signal: Int32) throws {
    let server = try ServerProcess()
    let client = try Client(server)
    #expect(try client.get("/health").status == 200)
    #expect(server.stop(signal).status == 0)
  }

  @Test func anIdleConnectionMayAskOnceMoreWhileItStops() throws {
    let server = try ServerProcess()
    let client = try Client(server)
    #expect(try client.get("/health").status == 200)
    kill(server.process.processIdentifier, SIGTERM)
    usleep(100_000)
    let answer = try client.get("/health")
    #expect(answer.status == 200)
    #expect(answer.fields["connection"] == "close")
    #expect(client.isClosed())
    server.process.waitUntilExit()
    #expect(server.process.terminationStatus == 0)
  }

  @Test func aRequestInFlightIsAnsweredWhileItStops() throws {
    let server = try ServerProcess()
    let client = try Client(server)
    client.send("POST /predict HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 28\r\n\r\n")
    usleep(100_000)
    kill(server.process.processIdentifier, SIGTERM)
    usleep(100_000)
    client.send(#"{"data":[[5.1,3.5,1.4,0.2]]}"#)
    #expect(try client.answer().status == 200)
    let (status, log) = server.stop(0)
    #expect(status == 0)
    #expect(
      log.contains(#/url\.path="/predict".* http\.response\.status_code=200 /#), "the last request is logged, too")
  }

  @Test func aSecondSignalEndsItAtOnce() throws {
    let server = try ServerProcess()
    let client = try Client(server)
    client.send("POST /predict HTTP/1.1\r\nHost: a\r\nContent-Length: 28\r\n\r\n")
    usleep(100_000)
    kill(server.process.processIdentifier, SIGTERM)
    usleep(100_000)
    let (status, log) = server.stop(SIGTERM)
    #expect(status == 0)
    #expect(log.contains("stopped before all connections were closed"))
  }

  @Test func aPortInUseIsOneClearLine() throws {
    let server = try ServerProcess()
    let second = try ServerProcess.run([], ["HOST": "127.0.0.1", "PORT": "\(server.port)"])
    #expect(second.status == 2)
    #expect(second.error == "model-server: cannot listen on 127.0.0.1:\(server.port): Address already in use\n")
    #expect(second.output.isEmpty)
  }

  @Test(
    arguments: [
      (["--port", "65536"], [:], "--port: '65536' is not a number from 0 to 65535"),
      ([], ["PORT": "http"], "PORT: 'http' is not a number from 0 to 65535"),
      ([], ["PORT": "-1"], "PORT: '-1' is not a number from 0 to 65535"),
      ([], ["WORKERS": "0"], "WORKERS: '0' is not a number from 1 to 1024"),
      ([], ["HOST": "example.org"], "HOST: 'example.org' is not an IPv4 or IPv6 address, or localhost"),
      ([], ["LOG_LEVEL": "LOUD"], "LOG_LEVEL: 'LOUD' is not one of: DEBUG INFO WARNING ERROR"),
      ([], ["LOG_FORMAT": "XML"], "LOG_FORMAT: 'XML' is not one of: TEXT JSON"),
      (["--max-body=x"], [:], "--max-body: 'x' is not a number from 1 to 268435456"),
      ([], ["SOCKET_BUFFER": "4095"], "SOCKET_BUFFER: '4095' is not a number from 4096 to 4194304, or 0"),
      (["--socket-buffer", "4194305"], [:], "--socket-buffer: '4194305' is not a number from 4096 to 4194304, or 0"),
      (["--port"], [:], "--port needs a value"),
      (["--nope"], [:], "unknown argument '--nope'; see --help"),
      (["inspect", "inspect"], [:], "unknown argument 'inspect'; see --help"),
    ] as [([String], [String: String], String)])
  func aBadValueIsOneClearLine(_ arguments: [String], _ environment: [String: String], _ line: String) throws {
    let result = try ServerProcess.run(arguments, environment)
    #expect(result.status == 2)
    #expect(result.error == "model-server: \(line)\n")
  }

  @Test func describesItself() throws {
    let help = try ServerProcess.run(["--help"])
    #expect(help.status == 0)
    for word in [
      "serve", "inspect", "healthcheck", "PORT", "--workers", "LOG_FORMAT", "/predict/label", "[1048576 bytes]",
    ] {
      #expect(help.output.contains(word), "\(word)")
    }
    let version = try ServerProcess.run(["--version"])
    #expect(version.output.wholeMatch(of: /model-server [0-9.]+, model iris_svc [0-9]+, sha256 [0-9a-f]{64}\n/) != nil)
    let inspect = try ServerProcess.run(["inspect"])
    for word in ["Scaler", "SVMClassifier", "(1,4)", "(1,3)", "setosa", "skl2onnx", "ai.onnx.ml 1"] {
      #expect(inspect.output.contains(word), "\(word)")
    }
  }

  @Test func healthcheckAsksTheLocalServer() throws {
    let server = try ServerProcess()
    #expect(try ServerProcess.run(["healthcheck"], ["PORT": "\(server.port)"]).status == 0)
    #expect(server.stop().status == 0)
    #expect(try ServerProcess.run(["healthcheck"], ["PORT": "\(server.port)"]).status == 1)
  }

  @Test func variablesOfTheBuildDrawAWarning() throws {
    let server = try ServerProcess(["MODEL_FILEPATH": "/models/other.onnx"])
    #expect(server.startLog.contains("WARNING"))
    #expect(server.startLog.contains("MODEL_FILEPATH"))
    #expect(server.startLog.contains("iris_svc"))
  }

  @Test func logsInTheFormAndFromTheLevelAskedFor() throws {
    let server = try ServerProcess(["LOG_FORMAT": "JSON", "LOG_LEVEL": "DEBUG"])
    let client = try Client(server)
    _ = try client.get("/health?a=%0A")
    _ = try client.post("/predict", #"{"data":[[5.1,3.5,1.4,0.2]]}"#)
    let log = server.stop().log
    let lines = try log.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let accesses = lines.filter { $0["msg"] as? String == "access" }
    #expect(accesses.map { $0["url.path"] as? String } == ["/health", "/predict"])
    #expect(accesses.map { $0["level"] as? String } == ["DEBUG", "INFO"])
    #expect(accesses.map { $0["http.response.status_code"] as? Int } == [200, 200])
  }

  @Test func probesAreNotLoggedAtInfo() throws {
    let server = try ServerProcess()
    let client = try Client(server)
    _ = try client.get("/health")
    _ = try client.get("/predict/test")
    let log = server.stop().log
    #expect(!log.contains("/health"))
    #expect(log.contains("/predict/test"))
  }

  /// The status file of the kernel says what the process has given up.
  @Test(arguments: [("on", "1", "2"), ("off", "0", "0")])
  func entersItsSandbox(_ value: String, _ noNewPrivileges: String, _ filter: String) throws {
    let server = try ServerProcess(["SANDBOX": value])
    #expect(try Client(server).get("/health").status == 200)
    let status = try String(contentsOfFile: "/proc/\(server.process.processIdentifier)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t\(noNewPrivileges)\n"))
    #expect(status.contains("Seccomp:\t\(filter)\n"))
  }

  @Test func listensOnIPv6() throws {
    let result = try ServerProcess.run(["--host", "::1", "--port", "1", "healthcheck"])
    #expect(result.status == 1, "nothing listens there")
  }
}
