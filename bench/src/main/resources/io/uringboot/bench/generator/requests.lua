-- Sends raw requests from files in turn.
-- Arguments: pipeline depth, number of requests after which one asks the server to close
-- (0 for never), requests per second of this thread (0 for as soon as possible), files. A file may hold placeholders, filled each time: {RAND:low:high} by a number padded with
-- zeros to the width of high, {SEQ:first} by the next of a sequence.

local keeping, closing, templates, last = {}, {}, {}, {}
local close_every, sent = 0, 0

local function content(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

-- Gives every request its place in time, whichever connection is free to send it: wrk asks before each. What is late
-- is sent at once, so the rate is made up for.
local function keep_rate(rate)
  local ffi = require("ffi")
  ffi.cdef("struct clock { long seconds; long nanoseconds; }; int clock_gettime(int, struct clock *);")
  local clock, monotonic = ffi.new("struct clock"), 1
  local due
  -- Only a script that has this function is asked.
  function delay()
    ffi.C.clock_gettime(monotonic, clock)
    local now = tonumber(clock.seconds) * 1000 + tonumber(clock.nanoseconds) / 1e6
    due = (due or now) + 1000 / rate
    return math.max(0, math.floor(due - now))
  end
end

function init(args)
  local depth = tonumber(args[1])
  close_every = tonumber(args[2])
  local rate = tonumber(args[3])
  if rate > 0 then
    keep_rate(rate)
  end
  for position = 4, #args do
    local raw = content(args[position])
    keeping[#keeping + 1] = raw:rep(depth)
    templates[#keeping] = raw:find("{RAND:%d+:%d+}") or raw:find("{SEQ:%d+}")
    if close_every > 0 then
      -- The field goes right behind the request line.
      closing[#closing + 1] = raw:gsub("\r\n", "\r\nConnection: close\r\n", 1)
    end
  end
end

local function fill(text, position)
  text = text:gsub("{RAND:(%d+):(%d+)}", function(low, high)
    return string.format("%0" .. #high .. "d", math.random(tonumber(low), tonumber(high)))
  end)
  return (text:gsub("{SEQ:(%d+)}", function(first)
    last[position] = (last[position] or tonumber(first) - 1) + 1
    return tostring(last[position])
  end))
end

function request()
  local position = sent % #keeping + 1
  sent = sent + 1
  local text = keeping[position]
  if close_every > 0 and sent % close_every == 0 then
    text = closing[position]
  end
  if templates[position] then
    return fill(text, position)
  end
  return text
end

function done(summary, latency, requests)
  local format = 'result: {"microseconds": %d, "responses": %d, "bytes": %d, "status": %d, "connect": %d, '
    .. '"read": %d, "write": %d, "timeout": %d, "mean": %.1f, "p50": %d, "p99": %d}\n'
  local errors = summary.errors
  io.write(string.format(format, summary.duration, summary.requests, summary.bytes, errors.status, errors.connect,
    errors.read, errors.write, errors.timeout, latency.mean, latency:percentile(50), latency:percentile(99)))
end
