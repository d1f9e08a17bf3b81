// A load as fast as a server takes it, by wrk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quoted = (text) => `[==[${text}]==]`;

// {id} and {now} in headers and body become a fresh id (no zeros: c15t wants base 58) and the time in milliseconds.
const script = ({ headers, body }, method, cookieFile) => `local body = ${method === 'POST' ? quoted(body) : 'nil'}
local headers = { ${Object.entries(headers)
  .map(([name, value]) => `["${name}"] = ${quoted(value)}`)
  .join(', ')} }
local cookies = {}
for line in io.lines(${quoted(cookieFile)}) do cookies[#cookies + 1] = line end
local threads = 0
function setup(thread) thread:set('thread', threads) threads = threads + 1 end
local sent = 0
local prefix
function init() prefix = tostring(os.time()) .. thread end
function request()
  sent = sent + 1
  local id = (prefix .. string.format('%07d', sent)):gsub('0', 'a')
  local filled = {}
  for name, value in pairs(headers) do filled[name] = value:find('{id}', 1, true) and (value:gsub('{id}', id)) or value end
  if #cookies > 0 then filled.cookie = cookies[(sent * 2 + thread) % #cookies + 1] end
  return wrk.format('${method}', nil, filled, body and body:gsub('{id}', id):gsub('{now}', tostring(os.time()) .. '000'))
end
function done(summary, latency)
  io.write(string.format('\\nRESULT {"requests":%d,"us":%d,"errors":%d,"p50":%d,"p99":%d}\\n', summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
`;

/** A rate counts what was stored, not what was answered; of reads it counts answers. */
export async function wrk(server, connections, seconds, what = 'decisions') {
  const reads = what === 'reads';
  const file = join(server.folder, `${what}.lua`);
  const cookieFile = join(server.folder, 'cookies.txt');
  writeFileSync(cookieFile, server.cookies.join('\n'));
  writeFileSync(file, script(server, reads ? 'GET' : 'POST', cookieFile));
  const threads = `-t${Math.min(2, connections)}`;
  const before = reads ? 0 : await server.count();
  const used = server.processorTime();
  const child = spawn(
    'wrk',
    [threads, `-c${connections}`, `-d${seconds}s`, '-s', file, reads ? server.read : server.url],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  let said = '';
  for await (const part of child.stdout) said += part;
  await ended;
  const found = /RESULT (.*)/.exec(said)?.[1];
  if (!found) throw new Error(`wrk gave no result for ${server.name}:\n${said}`);
  const { requests, us, errors, p50, p99 } = JSON.parse(found);
  const done = reads ? requests - errors : (await server.count()) - before;
  const cpu = done > 0 ? Math.round(((server.processorTime() - used) * 1000) / done) : 0;
  return { rate: done / (us / 1e6), requests, errors, p50: p50 / 1000, p99: p99 / 1000, cpu };
}
