import Foundation

/// What ONNX Runtime answered, as `models/reference.py` wrote it down.
/// `models/reference.py` が記録した ONNX Runtime の答え。
struct ConformanceVectors: Decodable {
  /// The name of the model file.
  let model: String
  /// The SHA-256 of the model file.
  let sha256: String
  /// The class labels in the order of the probabilities.
  let classes: [ClassLabel]
  let rows: [Row]

  /// What `predict` returns for a row: the index of its class; without classes the label itself, or -1.
  func index(of row: Row) -> Int? {
    if !classes.isEmpty { return classes.firstIndex { $0 == row.label } }
    if case .integer(let value)? = row.label { return Int(value) }
    return -1
  }

  init(from file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// A class label as the graph has it.
  /// グラフが持つクラスラベル。
  enum ClassLabel: Decodable, Equatable {
    case integer(Int64)
    case string(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let string = try? value.decode(String.self) {
        self = .string(string)
      } else {
        self = .integer(try value.decode(Int64.self))
      }
    }

    /// The text a label file gives this class: by its decimal, or by itself; by its position the text is itself.
    func text(in labels: [String: String]) -> String? {
      switch self {
      case .integer(let value): labels[String(value)]
      case .string(let value): labels[value] ?? value
      }
    }
  }

  /// One line of the file: [features, scores, label, argmax].
  /// ファイルの 1 行：[特徴量, スコア, ラベル, argmax]。
  struct Row: Decodable {
    let features: [Number]
    let scores: [Number]
    /// Nil where the graph has no label.
    let label: ClassLabel?
    let argmax: Int

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      features = try row.decode([Number].self)
      scores = try row.decode([Number].self)
      label = try row.decode(ClassLabel?.self)
      argmax = try row.decode(Int.self)
    }
  }

  /// A feature or a score: a float of either width, which a double holds, or an integer or bool.
  /// 特徴量またはスコア。double に収まる浮動小数点数、または整数か真偽値。
  enum Number: Decodable {
    case float(Double)
    case integer(Int64)

    /// To compare with others.
    var value: Double {
      switch self {
      case .float(let value): value
      case .integer(let value): Double(value)
      }
    }

    /// Whether the bits are the same, of which a NaN has any.
    func isSame(as other: Number) -> Bool {
      switch (self, other) {
      case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
      case (.integer(let a), .integer(let b)): a == b
      default: false
      }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Int64.self) {
        self = .integer(value)
      } else if let value = Double(try container.decode(String.self)) {
        self = .float(value)
      } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a number")
      }
    }
  }
}

extension [ConformanceVectors.Number] {
  /// The numbers of a model of float32 alone.
  /// float32 だけのモデルの数値。
  var floats: [Float] { map { Float($0.value) } }
}
