-- wrk -s claim.lua URL -- FIRST LAST EPOCH: hosts FIRST to LAST ask one after the other whether they may switch, then from the first again.
local first, last, epoch, host

function init(arguments)
  first, last, epoch = tonumber(arguments[1]), tonumber(arguments[2]), tonumber(arguments[3])
  host = first - 1
end

function request()
  host = host < last and host + 1 or first
  return wrk.format('POST', '/agent/v1/claims',
    { ['Authorization'] = 'Bearer bench-' .. host, ['Content-Type'] = 'application/json' }, ('{"epoch":%d}'):format(epoch))
end

function done(summary)
  print(('done %d %d %.3f'):format(summary.requests, summary.errors.status + summary.errors.timeout + summary.errors.read, summary.duration / 1e6))
end
