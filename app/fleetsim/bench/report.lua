-- wrk -s report.lua URL -- HOSTS changed|unchanged SEED: reports of random hosts, each with its own credential.
local body = '{"phase":"IDLE","current":{"ref":"%s"},"booted":{"ref":"%s"},"bootId":"boot","bootComplete":true,' ..
  '"checks":[{"name":"systemd","status":"PASS","message":null}],"drift":[],"message":"%s","agentVersion":"bench"}'
local ref = 'quay.io/example/os@sha256:' .. string.rep('a', 64)
local hosts, changes, said

function init(arguments)
  hosts, changes, said = tonumber(arguments[1]), arguments[2] == 'changed', 0
  math.randomseed(tonumber(arguments[3]))
end

function request()
  said = said + 1
  local host = math.random(hosts)
  local word = changes and 'word ' .. math.random(1000000000) or 'nothing new'
  return wrk.format('POST', '/agent/v1/reports',
    { ['Authorization'] = 'Bearer bench-' .. host, ['Content-Type'] = 'application/json' }, body:format(ref, ref, word))
end

function done(summary)
  print(('done %d %d %.3f'):format(summary.requests, summary.errors.status + summary.errors.timeout + summary.errors.read, summary.duration / 1e6))
end
