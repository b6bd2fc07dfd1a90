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
///   - typeName: The name of the generated type, a Swift identifier.
public func generateSource(
  model: SourceFile, labels: SourceFile?, typeName: String
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
    sample = try Sample(proto.metadata, featureCount: program.featureCount)
  } catch {
    throw Diagnostic(file: model.path, message: error.reason)
  }
  let texts = try labelTexts(labels, for: program, of: model)
  let provenance = Provenance(proto, bytes: model.bytes, path: model.path)
  return GeneratedSource(
    text: emit(program, named: typeName, provenance: provenance, labels: texts, sample: sample),
    summary: summary(program, provenance, texts))
}

private func labelTexts(
  _ file: SourceFile?, for program: Program, of model: SourceFile
) throws(Diagnostic) -> [LabelFile.Label] {
  guard let file else {
    guard program.classes == nil else {
      throw Diagnostic(file: model.path, message: "the model has classes; a file of labels is needed")
    }
    return []
  }
  let read: LabelFile
  do throws(DamagedFile) {
    read = try LabelFile(parsing: file.bytes)
  } catch {
    let before = file.bytes[..<error.offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    throw Diagnostic(
      file: file.path, line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: 1 + error.offset - lineStart,
      message: error.reason)
  }
  do throws(UnfitLabels) {
    return try read.labels(of: program.classes ?? .ints([]))
  } catch {
    throw Diagnostic(file: file.path, message: error.reason)
  }
}

private func summary(_ program: Program, _ provenance: Provenance, _ labels: [LabelFile.Label]) -> String {
  let texts = labels.isEmpty ? "none" : labels.map(\.text).joined(separator: ", ")
  return """
    \(provenance.modelFile): \(program.operators.joined(separator: ", "))
      \(program.featureCount) features, \(program.scores.count) scores, \(program.constants.count) constants \
    (\(program.constantBytes) bytes), labels: \(texts)
    """
}
