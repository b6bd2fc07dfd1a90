-- wrk sends the bytes of a file, as they are, again and again, and at the end writes one line of JSON.
-- usage: wrk -s load.lua URL -- FILE [PAUSE]
-- Each connection waits up to PAUSE milliseconds between an answer and its next request.

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  local requests = file:read("*a")
  file:close()
  wrk.format = function() return requests end
  local pause = tonumber(arguments[2] or 0)
  if pause > 0 then
    delay = function() return math.random(0, pause) end
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"errors":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
