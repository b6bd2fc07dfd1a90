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
          "--model", model.file.path, "--labels", model.labels.path, "--type-name", model.typeName,
          "--output", output.path,
        ] + (vectors.map { ["--vectors", $0.path] } ?? []),
        inputFiles: [tool, model.file, model.labels] + (vectors.map { [$0] } ?? []),
        outputFiles: [output])
    }
  }

  private struct Model {
    var file: URL
    var labels: URL
    var typeName: String
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
    let labels = file("LABEL_FILEPATH", in: package) ?? labels(of: model)
    for file in [model, labels] where !FileManager.default.isReadableFile(atPath: file.path) {
      Diagnostics.error("no such file: \(file.path)")
    }
    return [Model(file: model, labels: labels, typeName: "GeneratedModel")]
  }

  // The file beside a model that has its labels: those of another model would be served in silence.
  private func labels(of model: URL) -> URL {
    model.deletingLastPathComponent().appending(path: "label.json")
  }

  // The file beside a model that has ONNX Runtime's answers: x.vectors.json for x.onnx.
  private func vectors(of model: URL) -> URL? {
    let stem = model.path.hasSuffix(".onnx") ? String(model.path.dropLast(".onnx".count)) : model.path
    let file = URL(filePath: "\(stem).vectors.json")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  // A relative path is relative to the package.
  private func file(_ variable: String, in package: Package) -> URL? {
    ProcessInfo.processInfo.environment[variable].map {
      URL(filePath: $0, relativeTo: package.directoryURL).absoluteURL
    }
  }

  // svc_rbf_3 -> SvcRbf3
  private func upperCamelCase(_ stem: String) -> String {
    stem.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
