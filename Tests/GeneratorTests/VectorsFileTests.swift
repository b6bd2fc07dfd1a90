import Testing

@testable import Generator

struct VectorsFileTests {
  private static let model = TestModel.classifier.bytes
  private static let sha256 = SHA256.hexadecimal(model)

  // A vectors file of the classifier, with rows of text.
  private static func text(
    sha256: String = sha256, machine: String = #"{"glibc":"2.36","onnxruntime":"1.31.1"}"#, classes: String = "[0, 1]",
    rows: String...
  ) -> String {
    """
    {
     "model": "x.onnx",
     "sha256": "\(sha256)",
     "machine": \(machine),
     "classes": \(classes),
     "rows": [
    \(rows.joined(separator: ",\n"))
    ]}
    """
  }

  private static let row = #"[["0x1.466666p+2","-0x0p+0"],["0x1p-1","0x1.8p-1"],0,1]"#
  private static let start = "models/x.vectors.json:1:1: error: "

  private func outcome(_ text: some StringProtocol) -> Result<GeneratedSource, Diagnostic> {
    generated(Self.model, vectors: SourceFile(path: "models/x.vectors.json", bytes: Array(text.utf8)))
  }

  @Test func readsWhatTheWriterWrites() throws {
    let file = try VectorsFile(
      parsing: Array(
        Self.text(classes: #"["no", "あ"]"#, rows: #"[["nan","-inf"],["inf","nan","0x1p-149"],"あ",1]"#).utf8))
    #expect(file.sha256 == Self.sha256)
    #expect(file.runtime == "1.31.1")
    #expect(file.classes == .strings(["no", "あ"]))
    #expect(file.rows.count == 1)
    guard case .float(let first) = file.rows[0].features[0] else { throw DamagedFile(offset: 0, reason: "no float") }
    #expect(first.isNaN && file.rows[0].features[1] == .float(-.infinity))
    #expect(file.rows[0].scores[0].value == .infinity && file.rows[0].scores[1].value.isNaN)
    #expect(file.rows[0].scores[2].value == Double(Float.leastNonzeroMagnitude))
    #expect(file.rows[0].label == 1)
    #expect(file.rows[0].largest == 1)
  }

  @Test func compilesRowsIn() throws {
    let text = Self.text(rows: Self.row, #"[["inf","nan"],["nan","0x0p+0"],1,0]"#)
    let source = try outcome(text).get()
    #expect(source.summary.hasSuffix("labels: no, yes, vectors: 2"))
    #expect(
      source.text.contains(
        """
          static var vectors: ReferenceVectors<Float, Float> { ReferenceVectors(runtime: "1.31.1", numbers: vectorNumbers, \
        features: vectorFeatures, scores: vectorScores, labels: vectorLabels, largest: vectorLargest) }

        """))
    #expect(
      source.text.hasSuffix(
        """

        private let vectorNumbers: [Int] = [
          0, 1,
        ]

        private let vectorFeatures: [Float] = [
          0x1.466666p+2, -0x0p+0, .infinity, .nan,
        ]

        private let vectorScores: [Float] = [
          0x1p-1, 0x1.8p-1, .nan, 0x0p+0,
        ]

        private let vectorLabels: [Int] = [
          0, 1,
        ]

        private let vectorLargest: [Int] = [
          1, 0,
        ]

        """))
    #expect(try outcome(text).get() == source)
  }

  private static let notNumber = "row 0, scores: element 0 is neither a hexadecimal float nor an integer"

  static let rejected: [(text: String, description: String)] = [
    (
      text(sha256: "00", rows: row),
      start + "the vectors are of another model: its SHA-256 is \"00\", that of the model to compile \"\(sha256)\"; "
        + "make new ones with models/vectors.py --model, or remove the file"
    ),
    (text(classes: "[1, 0]", rows: row), start + "the classes are not those of the model"),
    (
      text(classes: #"["0", "1"]"#, rows: #"[["0x0p+0","0x0p+0"],["0x0p+0","0x0p+0"],"0",0]"#),
      start + "the classes are not those of the model"
    ),
    (text(classes: "[0, 1.5]", rows: row), start + "'classes' are not integers or strings"),
    (text(classes: #"[0, "1"]"#, rows: row), start + "'classes' are not integers or strings"),
    (text(classes: "{}", rows: row), start + "'classes' are not integers or strings"),
    (text(machine: "{}", rows: row), start + "no version of ONNX Runtime in 'machine'"),
    (text(machine: "[]", rows: row), start + "no version of ONNX Runtime in 'machine'"),
    (text(machine: #"{"onnxruntime":""}"#, rows: row), start + "no version of ONNX Runtime in 'machine'"),
    (text(machine: #"{"onnxruntime":"1.31 \u001b[0m"}"#, rows: row), start + "no version of ONNX Runtime in 'machine'"),
    (text(), start + "no 'rows'"),
    ("{}", start + "no 'sha256'"),
    ("[]", start + "no 'sha256'"),
    (text(rows: row, "7"), start + "row 1 is not [features, scores, label, argmax]"),
    (text(rows: "[[],[],0]"), start + "row 0 is not [features, scores, label, argmax]"),
    (text(rows: #"[["0x1p+0"],["0x1p-1","0x0p+0"],0,0]"#), start + "row 0 has 1 features, the model 2"),
    (text(rows: row, #"[["0x1p+0","0x1p+0"],["0x1p-1"],0,0]"#), start + "row 1 has 1 scores, the model 2"),
    (text(rows: #"["0x1p+0",["0x1p-1"],0,0]"#), start + "row 0, features: not a list"),
    (
      text(rows: #"[["0x1p+0",1.5],["0x1p-1"],0,0]"#),
      start + "row 0, features: element 1 is neither a hexadecimal float nor an integer"
    ),
    (
      text(rows: #"[["1.5"],["0x1p-1"],0,0]"#),
      start + "row 0, features: element 0 is neither a hexadecimal float nor an integer"
    ),
    (
      text(rows: #"[["0x1p+0",1],["0x1p-1","0x0p+0"],0,0]"#),
      start + "row 0, feature 1 is not of type float32"
    ),
    (
      text(rows: row, #"[["0x1.0000001p+0","0x0p+0"],["0x1p-1","0x0p+0"],0,0]"#),
      start + "row 1, feature 0 is not of type float32"
    ),
    (
      text(rows: #"[["0x1p+0","0x1p+0"],["0x1p+128","0x0p+0"],0,0]"#),
      start + "row 0, score 0 is not of type float32"
    ),
    (
      text(rows: #"[["0x1p+0","0x1p+0"],["0x1.0000001p+0","0x0p+0"],0,0]"#),
      start + "row 0, score 0 is not of type float32"
    ),
    (
      text(rows: row, #"[["0x1p+0","0x1p+0"],["0x0p+0","0x1p-150"],0,1]"#),
      start + "row 1, score 1 is not of type float32"
    ),
    (text(rows: #"[["0x1p+0","0x1p+0"],["0x0p+0",1],0,1]"#), start + "row 0, score 1 is not of type float32"),
    (text(rows: #"[["0x1p+0"],["-nan"],0,0]"#), start + notNumber),
    (text(rows: #"[["0x1p+0"],["infinity"],0,0]"#), start + notNumber),
    (text(rows: #"[["0x1p+0"],[""],0,0]"#), start + notNumber),
    (text(rows: #"[["0x1p+0"],["0x1p-1"],2,0]"#), start + "row 0: its label is no class"),
    (text(rows: #"[["0x1p+0"],["0x1p-1"],"0",0]"#), start + "row 0: its label is no class"),
    (
      text(rows: #"[["0x1p+0"],["0x1p-1","0x1p-1"],0,1]"#),
      start + "row 0: the last element is not the position of its largest score"
    ),
    (
      text(rows: #"[["0x1p+0"],["0x1p-1","nan","inf"],0,2]"#),
      start + "row 0: the last element is not the position of its largest score"
    ),
    (text(rows: #"[["0x1p+0"],[],0,0]"#), start + "row 0: the last element is not the position of its largest score"),
  ]

  @Test(arguments: rejected.indices)
  func rejects(_ index: Int) {
    let row = Self.rejected[index]
    #expect(outcome(row.text).failure?.description == row.description)
  }

  @Test func rejectsAFileOfAModelWithoutClasses() {
    let model = TestModel.single(
      TestModel.Node(
        operation: "Scaler", inputs: ["X"], outputs: ["Y"],
        attributes: [("offset", .floats([0, 0])), ("scale", .floats([1, 1]))]))
    let text = Self.text(sha256: SHA256.hexadecimal(model.bytes), rows: Self.row)
    let file = SourceFile(path: "models/x.vectors.json", bytes: Array(text.utf8))
    #expect(
      generated(model.bytes, labels: nil, vectors: file).failure?.description
        == Self.start + "the classes are not those of the model")
  }

  @Test func rejectsEveryTruncatedFile() {
    let text = Self.text(rows: Self.row, Self.row)
    for count in 0..<text.utf8.count {
      #expect(outcome(String(text.prefix(count))).failure?.file == "models/x.vectors.json", "\(count) bytes")
    }
  }

  @Test func namesThePlaceWhereTheTextIsDamaged() {
    #expect(
      outcome(Self.text(rows: Self.row, "[[}")).failure?.description
        == "models/x.vectors.json:8:3: error: expected a value")
  }

  @Test func boundsTheSizeOfAFile() {
    #expect(
      outcome(String(repeating: " ", count: VectorsFile.greatestSize + 1)).failure?.description
        == Self.start + "larger than 16 MiB")
  }

  static let choices: [(name: String, labels: [Int], limit: Int, rows: [Int])] = [
    ("fewer than there is room for", [0, 1, 0], 100, [0, 1, 2]),
    ("one row", [3], 100, [0]),
    ("as many as there is room for", [0, 0, 1, 1, 0, 1, 0, 1], 100, Array(0..<8)),
    (
      "the first of each label, the others spread",
      Array(repeating: 0, count: 90) + [1] + Array(repeating: 0, count: 10),
      100, [0, 9, 25, 42, 58, 75, 90, 92]
    ),
    ("more labels than room", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0], 100, [2, 3, 4, 5, 6, 7, 8, 9]),
    ("little room", [1, 1, 0, 0], 3, [0, 2, 3]),
    ("room for one", [1, 1, 0, 0], 1, [2]),
    ("no room is one row all the same", [1, 0], 0, [1]),
  ]

  @Test(arguments: choices.indices)
  func chooses(_ index: Int) {
    let choice = Self.choices[index]
    #expect(SelfTestRows.choice(of: choice.labels, atMost: choice.limit) == choice.rows, "\(choice.name)")
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
