/// What keeps a model from being compiled, in the form compilers use: `models/x.onnx:1:1: error: ...`.
/// モデルをコンパイルできない理由。コンパイラーと同じ書式で表す。
public struct Diagnostic: Error, Equatable, CustomStringConvertible {
  /// The file as it was named.
  /// 指定されたままのファイル名。
  public var file: String

  /// Counted from 1; a column counts bytes.
  /// 1 から数えた行。
  public var line = 1

  /// Counted from 1, in bytes.
  /// 1 から数えた桁（バイト単位）。
  public var column = 1

  /// One line of text.
  /// 1 行のメッセージ。
  public var message: String

  /// The diagnostic as it is printed.
  /// 表示される形。
  public var description: String { "\(file):\(line):\(column): error: \(message)" }
}
