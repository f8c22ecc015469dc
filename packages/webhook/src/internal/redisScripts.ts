/**
 * What the inbox does in Redis, each script atomic. KEYS[1] is the prefix of every key:
 *
 * - `push:<id>` hash: type, device, at, body, attempts; `by` the process that has it; `ordered`; `reason`
 * - `seen:<id>` string: handled, until it expires
 * - `ready` list, `delayed` and `leased` sorted by when they end, `dead` sorted by when: each holds ids
 * - `device:<serial>` list: the pushes of a device in order, of which only the first is in one of those above
 * - `pending`: how many are not done
 */
const common = `
local p = KEYS[1]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function enqueue(id, device, ordered)
  if ordered and device ~= '' then
    redis.call('HSET', p .. 'push:' .. id, 'ordered', 1)
    if redis.call('RPUSH', p .. 'device:' .. device, id) > 1 then return end
  end
  redis.call('RPUSH', p .. 'ready', id)
end
-- The next of its device may go.
local function leave(id)
  local push = redis.call('HMGET', p .. 'push:' .. id, 'device', 'ordered')
  if not push[2] then return end
  local device = p .. 'device:' .. push[1]
  redis.call('LREM', device, 1, id)
  local next = redis.call('LINDEX', device, 0)
  if next then redis.call('RPUSH', p .. 'ready', next) end
end
local function giveBack(id, command)
  redis.call('HDEL', p .. 'push:' .. id, 'by')
  redis.call('ZREM', p .. 'leased', id)
  redis.call(command, p .. 'ready', id)
end
local function mine(id, process, attempt)
  local push = redis.call('HMGET', p .. 'push:' .. id, 'by', 'attempts')
  return push[1] == process and push[2] == attempt
end
local function read(id)
  local push = redis.call('HMGET', p .. 'push:' .. id, 'type', 'device', 'at', 'body', 'attempts')
  table.insert(push, 1, id)
  return push
end
`

export const insert = `${common}
local fresh = {}
for i = 2, #ARGV, 5 do
  local id = ARGV[i]
  local key = p .. 'push:' .. id
  if redis.call('EXISTS', key, p .. 'seen:' .. id) == 0 then
    redis.call('HSET', key, 'type', ARGV[i + 1], 'device', ARGV[i + 2], 'at', ARGV[i + 3], 'body', ARGV[i + 4],
      'attempts', 0)
    enqueue(id, ARGV[i + 2], ARGV[1] == '1')
    redis.call('INCR', p .. 'pending')
    fresh[#fresh + 1] = id
  end
end
return fresh`

export const pending = `return tonumber(redis.call('GET', KEYS[1] .. 'pending') or 0)`

export const lend = `${common}
local limit = tonumber(ARGV[1])
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'leased', '-inf', now, 'LIMIT', 0, limit)) do
  giveBack(id, 'LPUSH')
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'delayed', '-inf', now, 'LIMIT', 0, limit)) do
  redis.call('ZREM', p .. 'delayed', id)
  redis.call('RPUSH', p .. 'ready', id)
end
local taken = {}
for _, id in ipairs(redis.call('LPOP', p .. 'ready', limit) or {}) do
  redis.call('HSET', p .. 'push:' .. id, 'by', ARGV[2])
  redis.call('HINCRBY', p .. 'push:' .. id, 'attempts', 1)
  redis.call('ZADD', p .. 'leased', now + ARGV[3], id)
  taken[#taken + 1] = read(id)
end
return taken`

export const renew = `${common}
for i = 3, #ARGV do
  if redis.call('HGET', p .. 'push:' .. ARGV[i], 'by') == ARGV[1] then
    redis.call('ZADD', p .. 'leased', now + ARGV[2], ARGV[i])
  end
end`

export const done = `${common}
for i = 3, #ARGV do
  local id = ARGV[i]
  if redis.call('HGET', p .. 'push:' .. id, 'by') == ARGV[1] then
    redis.call('SET', p .. 'seen:' .. id, 1, 'PX', ARGV[2])
    redis.call('ZREM', p .. 'leased', id)
    leave(id)
    redis.call('DEL', p .. 'push:' .. id)
    redis.call('DECR', p .. 'pending')
  end
end`

export const again = `${common}
local id = ARGV[2]
if not mine(id, ARGV[1], ARGV[3]) then return end
redis.call('HSET', p .. 'push:' .. id, 'attempts', ARGV[4])
if ARGV[5] == '0' then
  giveBack(id, 'RPUSH')
else
  redis.call('HDEL', p .. 'push:' .. id, 'by')
  redis.call('ZREM', p .. 'leased', id)
  redis.call('ZADD', p .. 'delayed', now + ARGV[5], id)
end`

export const bury = `${common}
local id = ARGV[2]
if not mine(id, ARGV[1], ARGV[3]) then return end
redis.call('HDEL', p .. 'push:' .. id, 'by')
redis.call('HSET', p .. 'push:' .. id, 'reason', ARGV[4])
redis.call('ZREM', p .. 'leased', id)
redis.call('ZADD', p .. 'dead', now, id)
redis.call('DECR', p .. 'pending')
leave(id)`

export const releaseAll = `${common}
for _, id in ipairs(redis.call('ZREVRANGE', p .. 'leased', 0, -1)) do
  if redis.call('HGET', p .. 'push:' .. id, 'by') == ARGV[1] then
    redis.call('HINCRBY', p .. 'push:' .. id, 'attempts', -1)
    giveBack(id, 'LPUSH')
  end
end`

export const deadLetters = `${common}
local letters = {}
local found = redis.call('ZREVRANGE', p .. 'dead', 0, ARGV[1] - 1, 'WITHSCORES')
for i = 1, #found, 2 do
  letters[#letters + 1] = {read(found[i]), redis.call('HGET', p .. 'push:' .. found[i], 'reason'), found[i + 1]}
end
return letters`

export const replay = `${common}
local id = ARGV[1]
if redis.call('ZREM', p .. 'dead', id) == 0 then return 0 end
local push = redis.call('HMGET', p .. 'push:' .. id, 'device', 'ordered')
redis.call('HSET', p .. 'push:' .. id, 'attempts', 0)
redis.call('HDEL', p .. 'push:' .. id, 'reason', 'ordered')
redis.call('INCR', p .. 'pending')
enqueue(id, push[1], push[2])
return 1`

export const stats = `${common}
local after = '(' .. string.format('%.0f', now)
local leased = redis.call('ZCOUNT', p .. 'leased', after, '+inf')
local delayed = redis.call('ZCOUNT', p .. 'delayed', after, '+inf')
local pending = tonumber(redis.call('GET', p .. 'pending') or 0)
return {pending - leased - delayed, leased, delayed, redis.call('ZCARD', p .. 'dead')}`

export const purge = `${common}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', p .. 'dead', '-inf', now - ARGV[1], 'LIMIT', 0, 1000)) do
  redis.call('ZREM', p .. 'dead', id)
  redis.call('DEL', p .. 'push:' .. id)
end`
