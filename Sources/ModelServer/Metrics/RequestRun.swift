import HTTP

// Good requests of one kind that came together: they were read by one call and their answers leave by one, so they begin
// and end at the same time, and a reading of the clock for all of them will do.
struct RequestRun {
  var route: Route?
  var method = Method.get
  var requests = 0
  var requestBytes = 0
  var responseBytes = 0
  // The requests that have had predictions computed, and when the first of them had its rows read.
  var predictions = 0
  var predictionStart: UInt64 = 0

  var isEmpty: Bool { requests == 0 && predictions == 0 }
}
