/// What keeps a model from being compiled, in the form compilers use: `models/x.onnx:1:1: error: ...`.
/// モデルをコンパイルできない理由。コンパイラーと同じ書式で表す。
public struct Diagnostic: Error, Equatable, CustomStringConvertible {
  /// The file as it was named.
  /// 指定されたままのファイル名。
  public var file: String

  /// Counted from 1.
  /// 1 から数えた行。
  public var line: Int

  /// Counted from 1, in bytes.
  /// 1 から数えた桁（バイト単位）。
  public var column: Int

  /// One line of text; control characters, which a model's names may have, are spaces in it.
  /// 1 行のメッセージ（モデル中の名前に含まれる制御文字は空白になる）。
  public let message: String

  /// Makes a diagnostic.
  /// 診断を作る。
  public init(file: String, line: Int = 1, column: Int = 1, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = SwiftLiteral.comment(message)
  }

  /// The diagnostic as it is printed.
  /// 表示される形。
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
