import Bytes
import Glibc
import Testing

@testable import JSON

/// A small seeded generator (SplitMix64), so that a failure can be repeated from the seed it prints.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// How many random values a property tries: set JSON_TEST_VALUES for longer runs.
let valueCount = unsafe getenv("JSON_TEST_VALUES").flatMap { unsafe Int(String(cString: $0)) } ?? 200_000

/// The seed of all properties: set JSON_TEST_SEED for other values.
let testSeed = unsafe getenv("JSON_TEST_SEED").flatMap { unsafe UInt64(String(cString: $0)) } ?? 20

/// The double that a text stands for, or why it is no number.
func parse(_ text: String) -> Result<Double, SyntaxError> {
  let bytes = Array(text.utf8)
  var reader = JSONReader(bytes.span)
  do throws(SyntaxError) {
    let value = try reader.decimal().double(in: bytes.span)
    if reader.position < bytes.count { return .failure(reader.failure(.expectedEnd)) }
    return .success(value)
  } catch {
    return .failure(error)
  }
}

/// The bits that the reader and C's `strtod` make of a number.
func bitsOfBoth(_ text: String) -> (read: UInt64?, expected: UInt64) {
  (try? parse(text).get().bitPattern, unsafe strtod(text, nil).bitPattern)
}

/// What `body` writes to a buffer.
func written(_ body: (inout ByteBuffer) -> Void) -> String {
  var buffer = ByteBuffer()
  body(&buffer)
  let bytes = buffer.bytes
  return String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
}

/// C's `printf` with `%.*e`.
func scientific(_ value: Double, digits: Int) -> String {
  unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1100) { buffer in
    _ = unsafe withVaList([Int32(digits - 1), value]) { unsafe vsnprintf(buffer.baseAddress!, 1100, "%.*e", $0) }
    return unsafe String(cString: buffer.baseAddress!)
  }
}

/// What the reader makes of a body.
enum Outcome: Equatable {
  case rows([[Float]])
  case failure(MatrixError)
}

func read(_ body: [UInt8], columns: Int) -> Outcome {
  var values = [Float](repeating: .nan, count: MatrixReader.capacity(forBodyOf: body.count))
  var span = values.mutableSpan
  do throws(MatrixError) {
    let count = try MatrixReader.read(body.span, columns: columns, into: &span)
    return .rows((0..<count).map { Array(values[$0 * columns..<($0 + 1) * columns]) })
  } catch {
    return .failure(error)
  }
}

func read(_ body: String, columns: Int = 2) -> Outcome { read(Array(body.utf8), columns: columns) }
