import Foundation
import Testing

/// A server process on a free port of the loopback address, ended with its owner.
///
/// `MODEL_SERVER` names the program; without it the one beside the tests is taken.
final class ServerProcess {
  let process = Process()
  let port: UInt16
  private let output = Pipe()
  private let firstLine: String

  static var program: URL {
    if let path = ProcessInfo.processInfo.environment["MODEL_SERVER"] { return URL(filePath: path) }
    return Bundle.main.bundleURL.appending(path: "model-server")
  }

  /// Where coverage is measured, the file that the program's own goes to at its end, which the sandbox would not let it write.
  static let profiling =
    ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    .map { ["LLVM_PROFILE_FILE": $0, "SANDBOX": "off"] } ?? [:]

  /// - Parameter log: Where the log goes; a pipe where none is given.
  init(
    _ environment: [String: String] = [:], arguments: [String] = [], descriptors: Int? = nil, log: URL? = nil
  ) throws {
    process.executableURL = descriptors == nil ? Self.program : URL(filePath: "/bin/sh")
    process.arguments =
      descriptors.map { ["-c", "ulimit -n \($0); exec \"$0\" \"$@\"", Self.program.path] + arguments } ?? arguments
    process.environment = ["HOST": "127.0.0.1", "PORT": "0", "WORKERS": "2"]
      .merging(Self.profiling) { $1 }.merging(environment) { $1 }
    process.standardOutput = try log.map { try FileHandle(forWritingTo: $0) } ?? output
    try process.run()
    var text = ""
    // The line that names the address may follow warnings.
    while !text.contains("listening") || !text.hasSuffix("\n") {
      if let log {
        usleep(10_000)
        text = try String(contentsOf: log, encoding: .utf8)
        if process.isRunning { continue }
        throw ServerProcessError.ended(text)
      }
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { throw ServerProcessError.ended(text) }
      text += String(decoding: data, as: UTF8.self)
    }
    firstLine = text
    guard let match = text.firstMatch(of: /127\.0\.0\.1:([0-9]+)/), let number = UInt16(match.1) else {
      throw ServerProcessError.ended(text)
    }
    port = number
  }

  /// What has been logged until the server listened.
  var startLog: String { firstLine }

  /// Sends a signal, waits for the end, and gives the exit status with all that was logged since the start.
  func stop(_ signal: Int32 = SIGTERM) -> (status: Int32, log: String) {
    kill(process.processIdentifier, signal)
    let log = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: log, as: UTF8.self))
  }

  /// Goes away as a reader of the log.
  func closeLog() {
    try? output.fileHandleForReading.close()
  }

  /// Reads the log, from here on to its end, on a thread of its own.
  func readLog() -> LogReader {
    LogReader(output.fileHandleForReading)
  }

  /// The processor time used so far, in seconds.
  var processorTime: Double {
    let stat = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
    // The fields behind the name, which stands in parentheses: utime and stime are the 14th and 15th of all.
    let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
    return fields.count > 13 ? Double((Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0)) / 100 : 0
  }

  /// The resident memory in KiB.
  var residentMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
    return status.firstMatch(of: /VmRSS:\s+([0-9]+)/).flatMap { Int($0.1) } ?? 0
  }

  /// The bytes that the kernel holds for the server's one connection: sent and not acknowledged or to be sent, and not read.
  var socketQueues: (unsent: Int, unread: Int) {
    // The kernel gives a long table in pieces; String takes the first for all of it.
    var table: [UInt8] = []
    let file = open("/proc/net/tcp", O_RDONLY)
    defer { close(file) }
    var piece = [UInt8](repeating: 0, count: 4096)
    while case let count = read(file, &piece, piece.count), count > 0 { table += piece[..<count] }
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      // The number, both addresses, the state, of which 01 is an open connection, and the queues, all in hexadecimal; an
      // address as the machine's number, whatever is the order of its bytes.
      let fields = line.split(separator: " ")
      let address = String(format: "%08X:%04X", UInt32(0x7F00_0001).bigEndian, port)
      guard fields.count > 4, fields[3] == "01", fields[1] == address else { continue }
      let queues = fields[4].split(separator: ":").compactMap { Int($0, radix: 16) }
      if queues.count == 2 { return (queues[0], queues[1]) }
    }
    return (0, 0)
  }

  /// Runs the program to its end with an environment of its own.
  static func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> (
    status: Int32, output: String, error: String
  ) {
    let process = Process()
    let (output, error) = (Pipe(), Pipe())
    process.executableURL = program
    process.arguments = arguments
    process.environment = Self.profiling.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let texts = (output.fileHandleForReading.readDataToEndOfFile(), error.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: texts.0, as: UTF8.self), String(decoding: texts.1, as: UTF8.self)
    )
  }

  deinit {
    // With a profile to write it ends by itself; of two signals the second ends the patience with connections.
    if !Self.profiling.isEmpty {
      for _ in 0..<100 where process.isRunning {
        kill(process.processIdentifier, SIGTERM)
        usleep(10_000)
      }
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}

/// Reads a log while the server writes it.
final class LogReader: @unchecked Sendable {
  private let isFinished = DispatchSemaphore(value: 0)
  // Written by the thread before the semaphore is signalled, and read after.
  private var text = ""

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      text = String(decoding: handle.readDataToEndOfFile(), as: UTF8.self)
      isFinished.signal()
    }
  }

  /// All lines, once the server has ended.
  func finish() -> [String] {
    isFinished.wait()
    return text.split(separator: "\n").map(String.init)
  }
}

enum ServerProcessError: Error {
  case ended(String)
  case noAnswer(String)
}
