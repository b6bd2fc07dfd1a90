import Bytes
import CLinux
import HTTP
import Inference

/// What the program is asked to do.
/// プログラムに求められた動作。
public enum Command: UInt8, CaseIterable, Sendable {
  /// Serve the model.
  /// モデルを提供する。
  case serve
  /// Describe the compiled model.
  /// コンパイル済みモデルを説明する。
  case inspect
  /// Compute the answers of ONNX Runtime that were compiled in, and compare.
  /// 組み込まれた ONNX Runtime の答えを計算し直して比べる。
  case selftest
  /// Ask the local server whether it is well.
  /// ローカルのサーバーが正常かを尋ねる。
  case healthcheck
  /// Print the version.
  /// 版を表示する。
  case version
  /// Print the help.
  /// ヘルプを表示する。
  case help

  var word: StaticString {
    switch self {
    case .serve: "serve"
    case .inspect: "inspect"
    case .selftest: "selftest"
    case .healthcheck: "healthcheck"
    case .version: "--version"
    case .help: "--help"
    }
  }

  var summary: StaticString {
    switch self {
    case .serve: "serve the model over HTTP; what happens without a command"
    case .inspect: "print what the compiled model is"
    case .selftest: "compute ONNX Runtime's answers again; exit 0 if every bit is equal, else 1"
    case .healthcheck: "ask the server at PORT for /health; exit 0 if it is well, else 1"
    case .version: "print the version of the program and of the model"
    case .help: "print this help"
    }
  }

  /// Does what the command line and the environment say.
  /// コマンドラインと環境変数に従って動作する。
  ///
  /// The server proves the model first; one that does not answer what ONNX Runtime did is not served, and nothing listens.
  ///
  /// - Returns: The exit status: 0 for success, 1 for a failed check or self-test, 2 for a usage error or a port in use.
  public static func run<Model: CompiledModel>(_ model: Model.Type) -> Int32 {
    var output = ByteBuffer()
    var status: Int32 = 0
    do throws(UsageError) {
      var configuration = Configuration()
      try configuration.readEnvironment()
      var arguments = try Arguments()
      switch try parse(&arguments, &configuration) {
      case .serve:
        if SelfTest<Model>.passes(&output) { return Server<Model>(configuration).run() }
        StandardStream.write(output.bytes, to: STDERR_FILENO)
        return 1
      case .healthcheck: return HealthCheck.run(configuration)
      case .inspect: Description<Model>.inspect(&output)
      case .selftest: status = SelfTest<Model>.report(to: &output) ? 0 : 1
      case .version: Description<Model>.version(&output)
      case .help: Help.write(to: &output)
      }
      StandardStream.write(output.bytes, to: STDOUT_FILENO)
      return status
    } catch {
      error.write(to: &output)
      StandardStream.write(output.bytes, to: STDERR_FILENO)
      return 2
    }
  }

  // Flags are `--name value` or `--name=value`; the command may stand anywhere among them.
  private static func parse(
    _ arguments: inout Arguments, _ configuration: inout Configuration
  ) throws(UsageError) -> Command {
    var command: Command?
    next: while let argument = arguments.next() {
      for setting in Setting.allCases where argument.bytes.equals(setting.flag) {
        guard let value = arguments.next() else { throw .missingValue(argument) }
        try configuration.set(setting, value, named: setting.flag)
        continue next
      }
      for setting in Setting.allCases {
        guard let value = argument.value(ofFlag: setting.flag) else { continue }
        try configuration.set(setting, value, named: setting.flag)
        continue next
      }
      guard command == nil, let known = Command.allCases.first(where: { argument.bytes.equals($0.word) }) else {
        throw .unknownArgument(argument)
      }
      command = known
    }
    return command ?? .serve
  }
}

extension Configuration.Text {
  // What stands behind `flag=`.
  fileprivate func value(ofFlag flag: StaticString) -> Configuration.Text? {
    let length = flag.utf8CodeUnitCount
    guard bytes.count > length, bytes.extracting(0..<length).equals(flag), bytes[length] == 0x3D else { return nil }
    // The rest of the text ends with the same null byte.
    return unsafe Configuration.Text(start: start + length + 1)
  }
}
