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
  /// Predict for the lines of a file.
  /// ファイルの各行に対して予測する。
  case score
  /// Compute the answers of ONNX Runtime that were compiled in, and compare.
  /// 組み込まれた ONNX Runtime の答えを計算し直して比べる。
  case selftest
  /// Ask the local server whether it is well.
  /// ローカルのサーバーが正常かを尋ねる。
  case healthcheck
  /// Print a script that completes the command line in a shell.
  /// シェルでコマンドラインを補完するスクリプトを表示する。
  case completion
  /// Print the manual page.
  /// マニュアルページを表示する。
  case man
  /// Print the version.
  /// 版を表示する。
  case version
  /// Print the help.
  /// ヘルプを表示する。
  case help

  @inline(never)
  var word: StaticString {
    switch self {
    case .serve: "serve"
    case .inspect: "inspect"
    case .score: "score"
    case .selftest: "selftest"
    case .healthcheck: "healthcheck"
    case .completion: "completion"
    case .man: "man"
    case .version: "--version"
    case .help: "--help"
    }
  }

  @inline(never)
  var summary: StaticString {
    switch self {
    case .serve: "serve the model over HTTP; what happens without a command"
    case .inspect: "print what the compiled model is"
    case .score: "add predictions to the lines of a file, CSV or JSON"
    case .selftest: "compute ONNX Runtime's answers again; exit 0 if every bit is equal, else 1"
    case .healthcheck: "ask the server at PORT for /health; exit 0 if it is well, else 1"
    case .completion: "print a script that completes the command line in a shell"
    case .man: "print the manual page"
    case .version: "print the version of the program and of the model"
    case .help: "print this help"
    }
  }

  // What may stand behind the command; nil for a command that takes nothing.
  var operand: Operand? {
    switch self {
    case .score: .file
    case .completion: .shell
    default: nil
    }
  }

  // Whether the word is a flag's, which is obeyed beside another command as well.
  var isFlag: Bool { self == .version || self == .help }

  /// Does what the command line and the environment say.
  /// コマンドラインと環境変数に従って動作する。
  ///
  /// The server proves the model first; one that does not answer what ONNX Runtime did is not served, and nothing listens.
  ///
  /// - Returns: The exit status, one of the table that `--help` ends with.
  public static func run<Model: CompiledModel>(_ model: Model.Type) -> Int32 {
    answer(model).rawValue
  }

  private static func answer<Model: CompiledModel>(_ model: Model.Type) -> ExitStatus {
    var output = ByteBuffer()
    var status = ExitStatus.success
    do throws(UsageError) {
      var arguments = try Arguments()
      let invocation = try Invocation(&arguments)
      switch invocation.command {
      case .serve:
        if SelfTest<Model>.passes(&output) { return Server<Model>(invocation.configuration).run() }
        StandardStream.write(output.bytes, to: STDERR_FILENO)
        return .failure
      case .healthcheck: return HealthCheck.run(invocation.configuration)
      case .score: return ScoreCommand<Model>.run(invocation.score, file: invocation.file)
      case .inspect where invocation.writesJSON: Description<Model>.inspectJSON(&output)
      case .inspect: Description<Model>.inspect(&output)
      case .selftest where invocation.writesJSON:
        status = SelfTest<Model>.reportJSON(to: &output) ? .success : .failure
      case .selftest: status = SelfTest<Model>.report(to: &output) ? .success : .failure
      case .completion: Completion.write(invocation.shell, to: &output)
      case .man: Manual.write(hasLabels: Model.classCount > 0, sample: Model.sampleJSON, to: &output)
      case .version: Description<Model>.version(&output)
      case .help: Help.write(to: &output)
      }
      return StandardStream.write(output.bytes, to: STDOUT_FILENO) ? status : .failure
    } catch {
      error.write(to: &output)
      StandardStream.write(output.bytes, to: STDERR_FILENO)
      return .usage
    }
  }
}
