import Bytes
import HTTP
import Inference
import JSON

// Lines in, lines with predictions out. Knows nothing of files: `input` is filled and `output` and `messages` are emptied by
// the caller, and what comes out does not depend on how the input was split.
struct Scorer<Model: CompiledModel>: ~Copyable {
  enum Outcome {
    // All whole lines of the input are scored.
    case needsInput
    // The output is to be emptied first.
    case outputIsFull
    // A row was bad, and the policy is to stop at it.
    case failed
  }

  var input = ByteBuffer()
  var output = ByteBuffer()
  // What is told of bad rows, a line each.
  var messages = ByteBuffer()

  private(set) var rows = 0
  private(set) var badRows = 0

  private var options: ScoreOptions
  // The lines so far, empty ones included.
  private var line = 0
  // Whether nothing but empty lines came yet.
  private var isAtFirst = true
  private var cutter: LineCutter
  private var features = [Model.Feature](repeating: .blank, count: Model.featureCount)
  private var scores = [Model.Score](repeating: .blank, count: Model.scoreCount)
  private let writer = PredictionWriter<Model>()

  // No number needs more bytes than this, but for digits that decide nothing.
  static var bytesPerValue: Int { 64 }

  // How much output may gather. A row comes on top of it.
  private static var outputLimit: Int { 256 << 10 }

  init(_ options: ScoreOptions, lineLimit: Int = max(1 << 20, Model.featureCount * Self.bytesPerValue)) {
    self.options = options
    cutter = LineCutter(limit: lineLimit)
  }

  // Scores the lines of the input. At its end the last one needs no line feed.
  mutating func advance(atEnd: Bool) -> Outcome {
    // Taken out of self, so that its bytes and the other buffers can be used together.
    var input = ByteBuffer()
    swap(&input, &self.input)
    defer { swap(&input, &self.input) }
    while output.count < Self.outputLimit {
      switch cutter.cut(input.bytes, atEnd: atEnd) {
      case .partial: return .needsInput
      case .line(let length, let ending):
        line += 1
        let isGood = score(input.bytes.extracting(0..<length), ending: ending)
        input.consume(length + ending)
        guard isGood || options.onError == .skip else { return .failed }
      case .overlong(let length, let isStart):
        if isStart {
          line += 1
          _ = refuse(input.bytes.extracting(0..<length), .overlong(limit: cutter.limit))
        }
        input.consume(length)
        guard options.onError == .skip else { return .failed }
      }
    }
    return .outputIsFull
  }

  // Whether a line is good, which one without a row is.
  @inline(__always)
  private mutating func score(_ bytes: Span<UInt8>, ending: Int) -> Bool {
    if isAtFirst || Self.isBlank(bytes) { return scoreFirstOrBlank(bytes, ending: ending) }
    return scoreRow(bytes, ending: ending)
  }

  @inline(never)
  private mutating func scoreFirstOrBlank(_ bytes: Span<UInt8>, ending: Int) -> Bool {
    let mark: StaticString = "\u{FEFF}"
    let hasMark = line == 1 && bytes.count >= 3 && bytes.extracting(0..<3).equals(mark)
    let bytes = bytes.extracting((hasMark ? 3 : 0)..<bytes.count)
    guard !Self.isBlank(bytes) else { return true }
    guard isAtFirst else { return scoreRow(bytes, ending: ending) }
    isAtFirst = false
    if options.format == .auto {
      var first = 0
      while Self.isBlank(bytes.extracting(first..<first + 1)) { first += 1 }
      let isJSON = bytes[first] == UInt8(ascii: "[") || bytes[first] == UInt8(ascii: "{")
      options.format = isJSON ? .jsonl : .csv
    }
    let hasHeader = options.header == .auto ? RowReader.isCSVHeader(bytes) : options.header == .yes
    guard options.format == .csv, hasHeader else { return scoreRow(bytes, ending: ending) }
    let count = RowReader.csvFieldCount(bytes)
    guard count == Model.featureCount else { return refuse(bytes, .header(count)) }
    writer.writeHeader(bytes, ending: ending, to: &output)
    return true
  }

  // Reads, computes and writes a row, or reports it.
  @inline(never)
  private mutating func scoreRow(_ bytes: Span<UInt8>, ending: Int) -> Bool {
    do throws(RowError) { try read(bytes) } catch { return refuse(bytes, .unreadable(error)) }
    return predict(bytes, ending: ending) ? true : refuse(bytes, .notFinite)
  }

  @inline(__always)
  private mutating func read(_ bytes: Span<UInt8>) throws(RowError) {
    let isJSON = options.format == .jsonl
    var values = features.mutableSpan
    if isJSON {
      try RowReader.readJSON(bytes, types: Model.featureTypes, into: &values)
    } else {
      try RowReader.readCSV(bytes, types: Model.featureTypes, into: &values)
    }
  }

  // Computes the scores and writes the answer; false where a score is not finite, which neither format can say.
  @inline(__always)
  private mutating func predict(_ bytes: Span<UInt8>, ending: Int) -> Bool {
    // Taken out of self, so that its span and the other buffers can be used together.
    var taken: [Model.Score] = []
    swap(&taken, &scores)
    defer { swap(&taken, &scores) }
    var scores = taken.mutableSpan
    let graphLabel = Model.predict(features.span, into: &scores)
    for index in scores.indices where !scores[index].number(of: Model.scoreType(index)).isFinite { return false }
    // As POST /predict/label answers.
    let label = Model.scoresAreProbabilities ? Model.largest(of: scores.span) : graphLabel
    if options.format == .jsonl {
      writer.writeJSON(scores.span, label: label, to: &output)
    } else {
      writer.writeCSV(bytes, scores.span, label: label, ending: ending, to: &output)
    }
    rows += 1
    return true
  }

  // Reports a line.
  private mutating func refuse(_ bytes: Span<UInt8>, _ reason: BadRow) -> Bool {
    badRows += 1
    reason.write(line: line, bytes, columns: Model.featureCount, to: &messages)
    return false
  }

  // Whether a line holds spaces, tabs and a CR at most, which the last line may keep.
  private static func isBlank(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return false
      }
    }
    return true
  }
}
