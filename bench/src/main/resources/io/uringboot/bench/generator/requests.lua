-- Sends raw requests from files in turn.
-- Arguments: pipeline depth, number of requests after which one asks the server to close
-- (0 for never), files.

local keeping, closing = {}, {}
local close_every, sent = 0, 0

local function content(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

function init(args)
  local depth = tonumber(args[1])
  close_every = tonumber(args[2])
  for position = 3, #args do
    local raw = content(args[position])
    keeping[#keeping + 1] = raw:rep(depth)
    if close_every > 0 then
      -- The field goes right behind the request line.
      closing[#closing + 1] = raw:gsub("\r\n", "\r\nConnection: close\r\n", 1)
    end
  end
end

function request()
  local position = sent % #keeping + 1
  sent = sent + 1
  if close_every > 0 and sent % close_every == 0 then
    return closing[position]
  end
  return keeping[position]
end

function done(summary, latency, requests)
  local format = 'result: {"microseconds": %d, "responses": %d, "bytes": %d, "status": %d, "connect": %d, '
    .. '"read": %d, "write": %d, "timeout": %d, "mean": %.1f, "p50": %d, "p99": %d}\n'
  local errors = summary.errors
  io.write(string.format(format, summary.duration, summary.requests, summary.bytes, errors.status, errors.connect,
    errors.read, errors.write, errors.timeout, latency.mean, latency:percentile(50), latency:percentile(99)))
end
