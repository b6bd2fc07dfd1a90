import CLinux
import ModelServer

@main
enum Main {
  static func main() {
    exit(Command.run(GeneratedModel.self))
  }
}
