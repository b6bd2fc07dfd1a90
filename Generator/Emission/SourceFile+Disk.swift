import Foundation

extension SourceFile {
  /// Reads a file.
  /// ファイルを読み込む。
  public init(reading path: String) throws(Diagnostic) {
    do {
      self.init(path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      throw Diagnostic(file: path, message: "the file cannot be read")
    }
  }

  /// Writes the file, unless it is there with the same content.
  /// ファイルを書き込む。同じ内容ならそのままにする。
  ///
  /// Its time stamp stays then, and what depends on it need not be built again.
  public func write() throws(Diagnostic) {
    let url = URL(fileURLWithPath: path)
    let data = Data(bytes)
    if (try? Data(contentsOf: url)) == data { return }
    do {
      try data.write(to: url, options: .atomic)
    } catch {
      throw Diagnostic(file: path, message: "the file cannot be written")
    }
  }
}
