-- Sends one row again and again, and counts the answers by their text.
--   wrk … URL -- REQUEST_BODY ANSWER...
-- An answer that is not among those expected is counted, and the first one shown. Writes one line of JSON at the end.

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = arguments[1]
  expected = {}
  counts = ""
  others = 0
  firstOther = ""
  seen = {}
  for index = 2, #arguments do
    expected[arguments[index]] = index - 1
    seen[index - 1] = 0
  end
end

function response(status, headers, body)
  local index = status == 200 and expected[body]
  if index then
    seen[index] = seen[index] + 1
  else
    others = others + 1
    if others == 1 then firstOther = status .. " " .. body end
  end
  -- Only plain values can be read from outside of a thread.
  counts = table.concat(seen, ",")
end

function jsonText(text)
  return (text:gsub('[%c"\\]', function(character) return string.format("\\u%04x", character:byte()) end))
end

function done(summary, latency)
  local thread = threads[1]
  local errors = summary.errors
  io.write(string.format(
    '{"counts":[%s],"others":%d,"firstOther":"%s","failed":%d,"seconds":%f,"p50":%f,"p99":%f}\n',
    thread:get("counts"), thread:get("others"), jsonText(thread:get("firstOther")),
    errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e6, latency:percentile(99) / 1e6))
end
