// What can be set: the environment, the flags, the help, the completion and the manual are made from this table.
enum Setting: UInt8, CaseIterable {
  case host, port, workers, logLevel, logFormat
  case maxConnections, maxRequestLine, maxHeaders, maxFields, maxBody, maxChunkOverhead, maxPendingOutput, maxKept
  case socketBuffer
  case headerTimeout, requestTimeout, writeTimeout, idleTimeout, maxAge, drainDelay, gracePeriod
  case reusePort, sandbox

  // What a value may be.
  enum Kind {
    case address
    // A number, and what it counts. Without a default it depends on the machine; one out of the range stands for none.
    case number(ClosedRange<Int>, default: Int?, unit: StaticString)
    // One of some words.
    case word(Choices, default: StaticString)
  }

  private static var switched: Choices { Choices(words: "off on") }

  @inline(never)
  var choices: Choices? {
    guard case .word(let choices, _) = kind else { return nil }
    return choices
  }

  // Whether a command does anything with it.
  func concerns(_ command: Command) -> Bool {
    command == .serve || command == .healthcheck && (self == .host || self == .port)
  }

  @inline(never)
  var variable: StaticString {
    switch self {
    case .host: "HOST"
    case .port: "PORT"
    case .workers: "WORKERS"
    case .logLevel: "LOG_LEVEL"
    case .logFormat: "LOG_FORMAT"
    case .maxConnections: "MAX_CONNECTIONS"
    case .maxRequestLine: "MAX_REQUEST_LINE"
    case .maxHeaders: "MAX_HEADERS"
    case .maxFields: "MAX_FIELDS"
    case .maxBody: "MAX_BODY"
    case .maxChunkOverhead: "MAX_CHUNK_OVERHEAD"
    case .maxPendingOutput: "MAX_PENDING_OUTPUT"
    case .maxKept: "MAX_KEPT"
    case .socketBuffer: "SOCKET_BUFFER"
    case .headerTimeout: "HEADER_TIMEOUT"
    case .requestTimeout: "REQUEST_TIMEOUT"
    case .writeTimeout: "WRITE_TIMEOUT"
    case .idleTimeout: "IDLE_TIMEOUT"
    case .maxAge: "MAX_AGE"
    case .drainDelay: "DRAIN_DELAY"
    case .gracePeriod: "GRACE_PERIOD"
    case .reusePort: "REUSE_PORT"
    case .sandbox: "SANDBOX"
    }
  }

  @inline(never)
  var flag: StaticString {
    switch self {
    case .host: "--host"
    case .port: "--port"
    case .workers: "--workers"
    case .logLevel: "--log-level"
    case .logFormat: "--log-format"
    case .maxConnections: "--max-connections"
    case .maxRequestLine: "--max-request-line"
    case .maxHeaders: "--max-headers"
    case .maxFields: "--max-fields"
    case .maxBody: "--max-body"
    case .maxChunkOverhead: "--max-chunk-overhead"
    case .maxPendingOutput: "--max-pending-output"
    case .maxKept: "--max-kept"
    case .socketBuffer: "--socket-buffer"
    case .headerTimeout: "--header-timeout"
    case .requestTimeout: "--request-timeout"
    case .writeTimeout: "--write-timeout"
    case .idleTimeout: "--idle-timeout"
    case .maxAge: "--max-age"
    case .drainDelay: "--drain-delay"
    case .gracePeriod: "--grace-period"
    case .reusePort: "--reuse-port"
    case .sandbox: "--sandbox"
    }
  }

  var kind: Kind {
    switch self {
    case .host: .address
    case .port: .number(0...65535, default: 8000, unit: "")
    case .workers: .number(1...1024, default: nil, unit: "")
    case .logLevel: .word(Choices(words: "DEBUG INFO WARNING ERROR"), default: "INFO")
    case .logFormat: .word(Choices(words: "TEXT JSON"), default: "TEXT")
    case .maxConnections: .number(1...1_000_000, default: nil, unit: "")
    case .maxRequestLine: .number(64...(1 << 20), default: 8 << 10, unit: " bytes")
    case .maxHeaders: .number(64...(1 << 20), default: 16 << 10, unit: " bytes")
    case .maxFields: .number(1...10_000, default: 100, unit: "")
    case .maxBody: .number(1...(256 << 20), default: 1 << 20, unit: " bytes")
    case .maxChunkOverhead: .number(16...(16 << 20), default: 16 << 10, unit: " bytes")
    case .maxPendingOutput: .number(1...(16 << 20), default: 64 << 10, unit: " bytes")
    case .maxKept: .number((64 << 10)...(1 << 40), default: 128 << 20, unit: " bytes")
    case .socketBuffer: .number((4 << 10)...(4 << 20), default: 0, unit: " bytes")
    case .headerTimeout: .number(1...3600, default: 10, unit: " s")
    case .requestTimeout: .number(1...3600, default: 15, unit: " s")
    case .writeTimeout: .number(1...3600, default: 10, unit: " s")
    case .idleTimeout: .number(1...86400, default: 75, unit: " s")
    case .maxAge: .number(0...86400, default: 0, unit: " s")
    case .drainDelay: .number(0...3600, default: 0, unit: " s")
    case .gracePeriod: .number(0...3600, default: 25, unit: " s")
    case .reusePort: .word(Self.switched, default: "off")
    case .sandbox: .word(Self.switched, default: "on")
    }
  }

  @inline(never)
  var summary: StaticString {
    switch self {
    case .host: "an IPv4 or IPv6 address, or localhost"
    case .port: "TCP port; 0 takes a free one"
    case .workers: "event loops, each with its own connections"
    case .logLevel: "the least severe messages that are logged"
    case .logFormat: "form of the log's lines"
    case .maxConnections: "open connections; past it 503 and close"
    case .maxRequestLine: "request line; past it 414"
    case .maxHeaders: "header fields together; past it 431"
    case .maxFields: "number of header fields; past it 431"
    case .maxBody: "request body; past it 413"
    case .maxChunkOverhead: "chunk sizes, extensions and trailers of a body; past it 400"
    case .maxPendingOutput: "answers not yet sent; past it no further request is read"
    case .maxKept: "memory of all requests and answers under way; past it 503 and close"
    case .socketBuffer: "each of the kernel's two buffers of a connection; 0 leaves them to the kernel"
    case .headerTimeout: "from a request's first byte to the end of its header; past it 408"
    case .requestTimeout: "from a request's first byte to its end; past it 408"
    case .writeTimeout: "a write without progress; past it close"
    case .idleTimeout: "between requests; past it close"
    case .maxAge: "age of a connection, within a tenth; past it close after an answer; 0 never"
    case .drainDelay: "after SIGTERM, serve on but not ready"
    case .gracePeriod: "after that, for answers under way; past it exit"
    case .reusePort: "share the port with another process, for a restart without a gap"
    case .sandbox: "give up all system calls but those of the loop"
    }
  }
}
