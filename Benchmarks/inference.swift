import CLinux
import Inference

// Times the compiled model alone: rows of float32 on standard input, one pass over all of them after another. Prints
// the nanoseconds of every pass, and then the sum of the labels, so that the work is used and can be compared.
@main
enum InferenceBenchmark {
  static let passes = 20

  static func main() {
    let features = readRows()
    let columns = GeneratedModel.featureCount
    var scores = [Float](repeating: 0, count: GeneratedModel.scoreCount)
    var labels = 0
    for _ in 0..<passes {
      labels = 0
      let start = nanoseconds()
      for row in 0..<(features.count / columns) {
        let features = features.span.extracting(GeneratedModel.features(of: row))
        var scores = scores.mutableSpan
        labels += GeneratedModel.predict(features, into: &scores)
      }
      print(nanoseconds() - start)
    }
    print(labels)
  }

  static func readRows() -> [Float] {
    var features: [Float] = []
    var value: Float = 0
    // A regular file or a pipe whose writer has finished gives whole values.
    while unsafe read(0, &value, 4) == 4 { features.append(value) }
    return features
  }

  static func nanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
