/// A file's name and content.
/// ファイルの名前と内容。
public struct SourceFile: Equatable, Sendable {
  /// The path as it was given; diagnostics name it.
  /// 与えられたままのパス。診断メッセージに使う。
  public var path: String

  /// The content.
  /// 内容。
  public var bytes: [UInt8]

  /// Names a content.
  /// 内容に名前を付ける。
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A model turned into Swift text.
/// Swift のテキストに変換されたモデル。
public struct GeneratedSource: Equatable, Sendable {
  /// The Swift file.
  /// Swift ファイルの内容。
  public var text: String

  /// What was compiled, for people to read.
  /// 何がコンパイルされたかの要約。
  public var summary: String
}

/// Compiles a model: bytes to model, model to program, program to Swift text.
/// モデルをコンパイルする。バイト列からモデル、プログラム、Swift テキストへ。
///
/// - Parameters:
///   - model: The ONNX file.
///   - labels: The JSON file of labels; a model without classes needs none.
///   - vectors: The model's inputs with the answers of ONNX Runtime, some of which are compiled in for it to prove itself.
///   - typeName: The name of the generated type, a Swift identifier.
public func generateSource(
  model: SourceFile, labels: SourceFile?, vectors: SourceFile?, typeName: String
) throws(Diagnostic) -> GeneratedSource {
  let proto: ModelProto
  do throws(DamagedFile) {
    proto = try ModelProto(decoding: model.bytes)
  } catch {
    throw Diagnostic(file: model.path, message: "damaged ONNX file at byte \(error.offset): \(error.reason)")
  }
  let program: Program
  let sample: Sample
  do throws(UnsupportedModel) {
    program = try lower(proto)
    sample = try Sample(proto.metadata, types: program.featureTypes)
  } catch {
    throw Diagnostic(file: model.path, message: error.reason)
  }
  let texts = try labelTexts(labels, for: program, of: model)
  let provenance = Provenance(proto, bytes: model.bytes, path: model.path)
  let rows = try selfTestRows(vectors, of: program, sha256: provenance.sha256)
  return GeneratedSource(
    text: emit(program, named: typeName, provenance: provenance, labels: texts, sample: sample, vectors: rows),
    summary: summary(program, provenance, texts, rows))
}

private func labelTexts(
  _ file: SourceFile?, for program: Program, of model: SourceFile
) throws(Diagnostic) -> [LabelFile.Label] {
  guard let file else {
    guard program.classes == nil else {
      throw Diagnostic(
        file: model.path, message: "the model has classes, and no label.json is beside it that names them")
    }
    return []
  }
  return try content(of: file, LabelFile.init(parsing:)) { read throws(UnfitFile) in
    try read.labels(of: program.classes ?? .ints([]))
  }
}

private func selfTestRows(
  _ file: SourceFile?, of program: Program, sha256: String
) throws(Diagnostic) -> SelfTestRows {
  guard let file else { return SelfTestRows() }
  return try content(of: file, VectorsFile.init(parsing:)) { read throws(UnfitFile) in
    try SelfTestRows(read, of: program, sha256: sha256)
  }
}

// What a text file says that goes with a model; the diagnostic names the place where it is damaged.
private func content<File, Content>(
  of source: SourceFile, _ parse: ([UInt8]) throws(DamagedFile) -> File, _ fit: (File) throws(UnfitFile) -> Content
) throws(Diagnostic) -> Content {
  let file: File
  do throws(DamagedFile) {
    file = try parse(source.bytes)
  } catch {
    let before = source.bytes[..<error.offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    throw Diagnostic(
      file: source.path, line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: 1 + error.offset - lineStart,
      message: error.reason)
  }
  do throws(UnfitFile) {
    return try fit(file)
  } catch {
    throw Diagnostic(file: source.path, message: error.reason)
  }
}

private func summary(
  _ program: Program, _ provenance: Provenance, _ labels: [LabelFile.Label], _ vectors: SelfTestRows
) -> String {
  let texts = labels.isEmpty ? "none" : labels.map(\.text).joined(separator: ", ")
  return """
    \(provenance.modelFile): \(program.operatorList)
      \(program.featureCount) features, \(program.scoreCount) scores, \(program.constants.count) constants \
    (\(program.constantBytes) bytes), labels: \(texts), vectors: \(vectors.rows.count)
    """
}
