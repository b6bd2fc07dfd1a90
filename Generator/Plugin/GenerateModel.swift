import Foundation
import PackagePlugin

// Names the files the generator reads and writes; reads none itself.
@main
struct GenerateModel: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let tool = try context.tool(named: "generate-model").url
    return try models(of: target, in: context.package).map { model in
      let output = context.pluginWorkDirectoryURL.appending(path: "\(model.typeName).swift")
      let vectors = vectors(of: model.file)
      return .buildCommand(
        displayName: "Compiling \(model.file.lastPathComponent)",
        executable: tool,
        arguments: [
          "--model", model.file.path, model.labelsOption, model.labels.path, "--type-name", model.typeName,
          "--output", output.path,
        ] + (vectors.map { ["--vectors", $0.path] } ?? []),
        inputFiles: [tool, model.file] + [model.labels, vectors].compactMap { $0 }.filter(isThere),
        outputFiles: [output])
    }
  }

  private struct Model {
    var file: URL
    var labels: URL
    var typeName: String

    // A model without classes needs none; the generator sees whether it has some.
    var labelsOption = "--labels-if-there"
  }

  private let product = "models/iris_svc.onnx"

  // A target with a folder of models gets them all and the repository's own; any other the one model of the product.
  private func models(of target: Target, in package: Package) throws -> [Model] {
    let folder = target.directoryURL.appending(path: "models")
    if let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let file = package.directoryURL.appending(path: product)
      let own = Model(file: file, labels: labels(of: file), typeName: "IrisSvc")
      return names.filter { $0.hasSuffix(".onnx") }.sorted().map { name in
        let stem = String(name.dropLast(".onnx".count))
        return Model(
          file: folder.appending(path: name), labels: folder.appending(path: "\(stem).label.json"),
          typeName: upperCamelCase(stem))
      } + [own]
    }
    let model = file("MODEL_FILEPATH", in: package) ?? package.directoryURL.appending(path: product)
    let named = file("LABEL_FILEPATH", in: package)
    for file in [model, named].compactMap({ $0 }) where !isThere(file) {
      Diagnostics.error("no such file: \(file.path)")
    }
    return [
      Model(
        file: model, labels: named ?? labels(of: model), typeName: "GeneratedModel",
        labelsOption: named == nil ? "--labels-if-there" : "--labels")
    ]
  }

  // The file beside a model that has its labels: those of another model would be served in silence.
  private func labels(of model: URL) -> URL {
    model.deletingLastPathComponent().appending(path: "label.json")
  }

  // The file beside a model that has ONNX Runtime's answers: x.vectors.json for x.onnx.
  private func vectors(of model: URL) -> URL? {
    let stem = model.path.hasSuffix(".onnx") ? String(model.path.dropLast(".onnx".count)) : model.path
    let file = URL(filePath: "\(stem).vectors.json")
    return isThere(file) ? file : nil
  }

  private func isThere(_ file: URL) -> Bool {
    FileManager.default.isReadableFile(atPath: file.path)
  }

  // A relative path is relative to the package; an empty one is none.
  private func file(_ variable: String, in package: Package) -> URL? {
    guard let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty else { return nil }
    return URL(filePath: path, relativeTo: package.directoryURL).absoluteURL
  }

  // svc_rbf_3 -> SvcRbf3
  private func upperCamelCase(_ stem: String) -> String {
    stem.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
