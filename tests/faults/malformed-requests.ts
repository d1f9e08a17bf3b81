import { brand } from '#tests/server/http-client.ts';
import type { Random } from '#tests/simulation/random.ts';
import { chunked, encodings, keys, lengths, methods, paths, types, values } from './junk.ts';
import { badBodies, goodBody } from './malformed-bodies.ts';
import type { Raw } from './wire.ts';

/** Who sends, from where, under which key. */
export interface Sender {
  readonly host: string;
  readonly cookie: string;
  readonly key: string;
}

type Header = readonly [name: string, value: string];
const decisions = `/v1/${brand}/me/decisions`;

const headersOf = ({ host, cookie, key }: Sender): Header[] => [
  ['Host', host],
  ['Origin', `http://${host}`],
  ['Cookie', cookie],
  ['Evenhand-Client', 'web'],
  ['Content-Type', 'application/json'],
  ['Idempotency-Key', key],
];

const request = (line: string, headers: readonly Header[], body: Buffer, ends: Raw['ends'] = 'kept'): Raw => ({
  bytes: Buffer.concat([
    Buffer.from(
      `${line} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
      'latin1',
    ),
    body,
  ]),
  ends,
});

const lengthOf = (body: Buffer): Header => ['Content-Length', String(body.length)];

/** The same header with another value, or without it. */
const instead = (headers: readonly Header[], name: string, value: string | null): Header[] => [
  ...headers.filter(([one]) => one !== name),
  ...(value === null ? [] : [[name, value] as const]),
];

/** The ways in which a request can be wrong, besides its body. */
const badRequests: Readonly<Record<string, (random: Random, sender: Sender) => Raw>> = {
  type: (random, sender) =>
    good(random, sender, (all) => instead(all, 'Content-Type', random.chance(0.1) ? null : random.pick(types))),
  encoding: (random, sender) => good(random, sender, (all) => [...all, ['Content-Encoding', random.pick(encodings)]]),
  key: (random, sender) =>
    good(random, sender, (all) => instead(all, 'Idempotency-Key', random.chance(0.1) ? null : random.pick(keys))),
  repeated: (random, sender) =>
    good(random, sender, (all) => [...all, random.pick(all.filter(([name]) => name !== 'Host'))]),
  junk: (random, sender) =>
    good(random, sender, (all) => [
      ...all,
      [
        random.pick([
          'X',
          'Sec-GPC',
          'Accept-Language',
          'If-None-Match',
          'X-Forwarded-For',
          'Forwarded',
          'Range',
          'Accept-Encoding',
          'User-Agent',
          'traceparent',
          'Expect',
        ]),
        random.pick(values),
      ],
    ]),
  replaced: (random, sender) =>
    good(random, sender, (all) => instead(all, random.pick(all)[0], random.pick(values)), 'broken'),
  crowd: (random, sender) =>
    good(
      random,
      sender,
      (all) => [...all, ...Array.from({ length: random.whole(50, 3000) }, (_, index) => [`X-${index}`, 'y'] as const)],
      'broken',
    ),
  unnamed: (random, sender) =>
    good(
      random,
      sender,
      (all) => [...all, [random.pick(['', ' x', 'x ', 'x\u0000', '(', 'x\r\n y', 'é']), 'y']],
      'unfinished',
    ),
  address(random, sender) {
    const method = random.pick(['GET', 'GET', 'POST', 'DELETE', 'HEAD']);
    const body = method === 'POST' ? badBody(random) : Buffer.alloc(0);
    return request(
      `${method} ${random.pick(paths)}`,
      [...headersOf(sender), lengthOf(body)],
      body,
      method === 'HEAD' ? 'unfinished' : 'kept',
    );
  },
  method: (random, sender) =>
    request(
      `${random.pick(methods)} ${random.pick([decisions, ...paths])}`,
      headersOf(sender),
      Buffer.alloc(0),
      'unfinished',
    ),
  length(random, sender) {
    const body = Buffer.from(JSON.stringify(goodBody(random)));
    const wrong = random.chance(0.5)
      ? random.pick(lengths)
      : String(body.length + random.pick([-1, 1]) * random.whole(1, body.length));
    return request(`POST ${decisions}`, [...headersOf(sender), ['Content-Length', wrong]], body, 'unfinished');
  },
  chunks(random, sender) {
    const coding = random.pick(['chunked', 'chunked', 'gzip, chunked', 'chunked, identity', 'x']);
    const framed: Header[] = [...headersOf(sender), ['Transfer-Encoding', coding]];
    const both = random.chance(0.2) ? [...framed, ['Content-Length', '5'] as const] : framed;
    const body = random.chance(0.7) ? random.pick(chunked) : `${(10_000_000).toString(16)}\r\n${'['.repeat(200_000)}`;
    return request(`POST ${decisions}`, both, Buffer.from(body), 'unfinished');
  },
  broken(random, sender) {
    const { bytes } = good(random, sender);
    return { bytes: bytes.subarray(0, random.whole(1, bytes.length - 1)), ends: 'unfinished' };
  },
  noise: (random) => ({
    bytes: Buffer.from(Array.from({ length: random.whole(1, 400) }, () => random.whole(0, 255))),
    ends: 'unfinished',
  }),
};

const bodyKinds = Object.keys(badBodies);
const requestKinds = Object.keys(badRequests);
const badBody = (random: Random): Buffer => badBodies[random.pick(bodyKinds)]?.(random) ?? Buffer.alloc(0);

/** A request that is right, but for what `change` does to its headers. */
function good(
  random: Random,
  sender: Sender,
  change: (all: Header[]) => Header[] = (all) => all,
  ends: Raw['ends'] = 'kept',
): Raw {
  const body = Buffer.from(JSON.stringify(goodBody(random)));
  return request(`POST ${decisions}`, [...change(headersOf(sender)), lengthOf(body)], body, ends);
}

export interface Attempt extends Raw {
  readonly kind: string;
}

/** The next request from a seed: most have a bad body, the rest are wrong elsewhere, and a few are right. */
export function nextAttempt(random: Random, sender: Sender): Attempt {
  const luck = random.next();
  if (luck < 0.02) return { kind: 'good', ...good(random, sender) };
  if (luck < 0.65) {
    const kind = random.pick(bodyKinds);
    const body = badBodies[kind]?.(random) ?? Buffer.alloc(0);
    return {
      kind,
      ...request(
        `POST ${decisions}`,
        [...headersOf(sender), lengthOf(body)],
        body,
        body.length > 32_768 ? 'broken' : 'kept',
      ),
    };
  }
  const kind = random.pick(requestKinds);
  return { kind, ...(badRequests[kind]?.(random, sender) ?? good(random, sender)) };
}
