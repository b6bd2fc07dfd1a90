import Foundation

/// The files of the project, as they lie beside these tests.
enum Repository {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  /// Every file, by its path from the root; what is built is none of them.
  static let files: [String] = {
    let prefix = root.path.hasSuffix("/") ? root.path : root.path + "/"
    var files: [String] = []
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isDirectoryKey])
    for case let url as URL in all! {
      if [".build", ".git"].contains(url.lastPathComponent) {
        all!.skipDescendants()
      } else if (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true {
        files.append(String(url.path.dropFirst(prefix.count)))
      }
    }
    return files.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
