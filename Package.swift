// swift-tools-version: 6.2

import PackageDescription

// Strict memory safety: every use of an unsafe construct is marked `unsafe` and says why it holds.
let checked: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// What is linked into the server is Embedded Swift in a release build and regular Swift in a debug build. The flag is
// passed raw because `.enableExperimentalFeature("Embedded")` takes the run path out of debug executables too.
let embedded: [SwiftSetting] =
  checked + [
    .enableExperimentalFeature("Lifetimes"),
    .unsafeFlags(
      [
        "-wmo", "-enable-experimental-feature", "Embedded",
        // It would put a hash of the options, paths among them, into the program.
        "-Xfrontend", "-disable-incremental-llvm-codegen",
      ], .when(configuration: .release)),
  ]

// What the module Lanes computes where the processor can: what of it is not inlined is called there alone.
#if arch(x86_64)
  let fused: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-mavx2", "-Xcc", "-mfma"], .when(configuration: .release))]
#else
  let fused: [SwiftSetting] = []
#endif

// KEEP_SYMBOLS=1 leaves the symbols in the release binary, for profilers and debuggers.
let keepsSymbols = Context.environment["KEEP_SYMBOLS"] == "1"

// TESTS=JSONTests,InferenceTests builds those alone: the tests of some 500 generated models take minutes.
let tests = Context.environment["TESTS"]?.split(separator: ",").map { String($0) }

let linker = "\(Context.packageDirectory)/Sources/Main/link-static-pie"

// Options of lld. Relative relocations are packed, which takes a tenth of the file.
let linkerOptions =
  ["--gc-sections", "--wrap=sysconf", "-z", "relro", "-z", "now", "-z", "pack-relative-relocs"]
  + (keepsSymbols ? [] : ["-s"])

let package = Package(
  name: "model-in-binary",
  products: [
    .executable(name: "model-server", targets: ["model-server"]),
    .executable(name: "generate-model", targets: ["generate-model"]),
  ],
  targets: [
    // Build time: ONNX and labels in, Swift text out. Regular Swift in every configuration.
    .target(
      name: "Generator", path: "Generator",
      exclude: ["Plugin", "Command", "PagePlugin", "PageCommand", "sbom", "check-labels", "OPERATORS.md"],
      sources: ["ONNX", "Lowering", "Emission"],
      swiftSettings: checked),
    .executableTarget(
      name: "generate-model", dependencies: ["Generator"], path: "Generator/Command", swiftSettings: checked),
    .plugin(
      name: "GenerateModel", capability: .buildTool(), dependencies: ["generate-model"], path: "Generator/Plugin"),
    .executableTarget(
      name: "generate-page", dependencies: ["Generator"], path: "Generator/PageCommand", swiftSettings: checked),
    .plugin(
      name: "GeneratePage", capability: .buildTool(), dependencies: ["generate-page"], path: "Generator/PagePlugin"),

    // Run time: system calls, kernels, text formats, protocol, event loop, server. No target is shared with the above.
    .target(name: "CLinux", path: "Sources/CLinux"),
    .target(name: "Lanes", swiftSettings: embedded + fused),
    .target(
      name: "Inference", dependencies: ["CLinux", "Lanes"], swiftSettings: embedded,
      linkerSettings: [.linkedLibrary("m")]),
    .target(name: "Bytes", dependencies: ["CLinux"], swiftSettings: embedded),
    .target(name: "JSON", dependencies: ["Bytes", "Inference"], swiftSettings: embedded),
    .target(name: "HTTP", dependencies: ["Bytes", "CLinux"], swiftSettings: embedded),
    .target(name: "EventLoop", dependencies: ["Bytes", "CLinux"], swiftSettings: embedded),
    .target(
      name: "ModelServer", dependencies: ["Bytes", "CLinux", "EventLoop", "HTTP", "Inference", "JSON"],
      exclude: ["Page"], swiftSettings: embedded, plugins: ["GeneratePage"]),

    // The product: the generated model and `main`.
    .executableTarget(
      name: "model-server", dependencies: ["CLinux", "Inference", "Lanes", "ModelServer"], path: "Sources/Main",
      // The second is a link to models/: where a file comes or goes there, the build is planned again and the plugin asked.
      exclude: ["link-static-pie", "model-folder"], swiftSettings: embedded,
      linkerSettings: [
        .unsafeFlags(
          [
            "-enable-experimental-feature", "Embedded", "-static-executable", "-ldispatch", "-lBlocksRuntime",
            // A static executable that is loaded anywhere, and whose tables are read-only once it is.
            "-Xclang-linker", "-static-pie", "-Xclang-linker", "--ld-path=\(linker)",
          ] + linkerOptions.flatMap { ["-Xlinker", $0] }, .when(configuration: .release))
      ],
      plugins: ["GenerateModel"]),

    // Tests: one folder a target, then the models of the conformance set, then the whole program over real sockets, then
    // what the documentation says.
    .testTarget(name: "GeneratorTests", dependencies: ["Generator"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(name: "LanesTests", dependencies: ["Generator", "Lanes"]),
    .testTarget(name: "InferenceTests", dependencies: ["Inference", "Lanes"]),
    .testTarget(name: "JSONTests", dependencies: ["Bytes", "JSON"]),
    .testTarget(name: "HTTPTests", dependencies: ["Bytes", "HTTP"]),
    .testTarget(
      name: "ModelServerTests", dependencies: ["Bytes", "EventLoop", "HTTP", "Inference", "JSON", "ModelServer"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Inference", "Lanes"], path: "Tests/Conformance",
      exclude: ["models", "export", "MODELS.md"], plugins: ["GenerateModel"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["model-server"], path: "Tests/EndToEnd", exclude: ["scripts"]),
    .testTarget(name: "DocumentationTests", dependencies: ["Generator", "ModelServer"], path: "Tests/Documentation"),
  ],
  swiftLanguageModes: [.v6]
)

if let tests { package.targets.removeAll { $0.isTest && !tests.contains($0.name) } }
