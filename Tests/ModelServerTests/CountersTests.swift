import EventLoop
import Foundation
import HTTP
import Testing

@testable import ModelServer

struct CountersTests {
  @Test func aSumIsThatOfAllWorkers() {
    let counters = Counters(workers: 3, classes: 2)
    for worker in 0..<3 {
      counters.block(worker).add(worker + 1, to: CounterLayout.connectionsOpened)
      counters.block(worker).add(10 * (worker + 1), to: CounterLayout.predictions(label: 1))
    }
    #expect(counters.sum(CounterLayout.connectionsOpened) == 6)
    #expect(counters.sum(CounterLayout.predictions(label: 1)) == 60)
    #expect(counters.sum(CounterLayout.predictions(label: 0)) == 0)
  }

  @Test func aGaugeMayGoDownInAnotherWorker() {
    let counters = Counters(workers: 2, classes: 0)
    counters.block(0).add(5, to: CounterLayout.requestsInFlight)
    counters.block(1).add(-3, to: CounterLayout.requestsInFlight)
    #expect(counters.sum(CounterLayout.requestsInFlight) == 2)
  }

  @Test func theLargestIsThatOfAllWorkers() {
    let counters = Counters(workers: 3, classes: 0)
    #expect(counters.largest(CounterLayout.lastPrediction) == 0)
    for (worker, value) in [7, 9, 8].enumerated() {
      counters.block(worker).set(1, to: CounterLayout.lastPrediction)
      counters.block(worker).set(value, to: CounterLayout.lastPrediction)
    }
    #expect(counters.largest(CounterLayout.lastPrediction) == 9)
  }

  @Test(arguments: [0, 1, 3, 15, 16, 17, 1000])
  func blocksDoNotShareCacheLines(classes: Int) {
    let counters = Counters(workers: 2, classes: classes)
    #expect(counters.stride * MemoryLayout<UInt64>.size % 128 == 0)
    #expect(counters.stride >= CounterLayout.count(classes: classes))
  }

  @Test func workersSideBySideLoseNothing() {
    let (workers, times) = (4, 100_000)
    let counters = Counters(workers: workers, classes: 1)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      let block = counters.block(worker)
      for _ in 0..<times { block.add(1, to: CounterLayout.predictions(label: 0)) }
    }
    #expect(counters.sum(CounterLayout.predictions(label: 0)) == workers * times)
  }

  @Test func everyCounterHasItsOwnSlot() {
    var slots = [
      CounterLayout.connectionsOpened, CounterLayout.connectionsClosed, CounterLayout.requestsInFlight,
      CounterLayout.logLinesDropped, CounterLayout.lastPrediction, CounterLayout.furtherRows, CounterLayout.failedTime,
    ]
    slots += Rejection.allCases.map { CounterLayout.rejections($0) }
    slots += ErrorReason.allCases.map { CounterLayout.errors($0) }
    slots += CounterLayout.predictionTime..<CounterLayout.predictionTime + TimeHistogram.slots
    slots += HandlerLabel.all.flatMap { [CounterLayout.requestBytes($0), CounterLayout.responseBytes($0)] }
    for handler in HandlerLabel.all {
      for method in MethodLabel.all {
        slots += StatusLabel.all.map { CounterLayout.requests(handler, method, $0) }
        let histogram = CounterLayout.requestTime(handler, method)
        slots += histogram..<histogram + TimeHistogram.slots
      }
    }
    slots += (0..<3).map { CounterLayout.predictions(label: $0) }
    #expect(slots.sorted() == Array(0..<CounterLayout.count(classes: 3)))
  }

  @Test func labelsAreOfTheirTables() {
    #expect(HandlerLabel.all.map { "\($0.text)" } == Route.allCases.map { "\($0.path)" } + ["none"])
    #expect(MethodLabel.all.map { "\($0.text)" } == Method.allCases.map { "\($0.name)" } + ["_OTHER"])
    #expect(StatusLabel.all.map(\.code) == Status.allCases.map { Int($0.rawValue) })
    for route in Route.allCases { #expect("\(HandlerLabel(route).text)" == "\(route.path)") }
    for method in Method.allCases { #expect("\(MethodLabel(method).text)" == "\(method.name)") }
    for status in Status.allCases { #expect(StatusLabel(status).code == Int(status.rawValue)) }
    #expect("\(HandlerLabel(nil).text) \(MethodLabel(nil).text)" == "none _OTHER")
  }

  @Test func boundsAscendAndBelongToTheirBucket() {
    let bounds = TimeHistogram.bounds
    #expect(bounds.count == TimeHistogram.buckets - 1)
    #expect(TimeHistogram.bucket(of: 0) == 0)
    for index in bounds.indices {
      #expect(TimeHistogram.bucket(of: bounds[index]) == index)
      #expect(TimeHistogram.bucket(of: bounds[index] + 1) == index + 1)
      if index > 0 { #expect(bounds[index] > bounds[index - 1]) }
    }
    #expect(TimeHistogram.bucket(of: .max) == TimeHistogram.buckets - 1)
  }
}
