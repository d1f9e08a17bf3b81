import { gzipSync } from 'node:zlib';
import type { Random } from '#tests/simulation/random.ts';

type Json = unknown;

const choices = ['purchases.recommendations', 'sizes.advice', 'wish_lists.offers', 'browsing.site'];

/** A body as the app sends it. */
export const goodBody = (random: Random): { items: Record<string, Json>[]; surface: string } => ({
  items: [
    random.chance(0.7)
      ? { choice: random.pick(choices), value: 'off' }
      : { choice: random.pick(choices), value: 'on', seen: { seq: 0, notice: 1 } },
  ],
  surface: 'center/overview',
});

const goodText = (random: Random): string => JSON.stringify(goodBody(random));

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  'a'.repeat(5000),
];
const numbers = [
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e999',
  '-0',
  '1e-999',
  '9007199254740993',
  '0x10',
  '01',
  '1.',
  '.5',
  '-',
  '+1',
  '1_000',
  '4294967296',
  '1.5',
];
const strange: readonly Json[] = [
  null,
  [],
  {},
  true,
  '',
  0,
  -1,
  1e21,
  'off ',
  'OFF',
  'x'.repeat(3000),
  [[]],
  { toString: 1 },
  '\u0000',
  '‮',
  '💥',
];
const invalid = ['eda080', 'c080', 'ff', 'f8888080', 'fe', '80', 'c3', 'f4908080'];

const inString = (random: Random, text: string, piece: string): string =>
  text.replace(random.pick(['off', 'on', 'center', 'purchases', 'choice']), (found) => found + piece);

/** The ways in which a body can be wrong, each with chance of its own. */
export const badBodies: Readonly<Record<string, (random: Random) => Buffer>> = {
  flipped(random) {
    const bytes = Buffer.from(goodText(random));
    for (let flips = random.whole(1, 8); flips > 0; flips -= 1) {
      const at = random.whole(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    }
    return bytes;
  },
  cut(random) {
    const text = goodText(random);
    return Buffer.from(text.slice(0, random.whole(0, text.length - 1)));
  },
  trailed: (random) => Buffer.from(goodText(random) + random.pick(['}', ']', ' null', ',', '\u0000', '{}', 'x', '//'])),
  deep(random) {
    const depth = random.whole(5, random.chance(0.1) ? 16_000 : 200);
    const [open, close] = random.pick([
      ['[', ']'],
      ['{"items":', '}'],
      ['{"items":[', ']}'],
    ]) as [string, string];
    const most = Math.floor(32_000 / (open.length + close.length));
    const times = Math.min(depth, most);
    return Buffer.from(
      open.repeat(times) + random.pick(['', '1', '{}']) + (random.chance(0.8) ? close.repeat(times) : ''),
    );
  },
  huge(random) {
    if (random.chance(0.97))
      return Buffer.from(JSON.stringify({ ...goodBody(random), surface: 'x'.repeat(random.whole(32_600, 40_000)) }));
    return Buffer.alloc(10_000_000, random.pick(['[', ' ', 'a', '{"items":']));
  },
  many: (random) =>
    Buffer.from(
      JSON.stringify({ items: Array.from({ length: random.whole(190, 260) }, () => goodBody(random).items[0]) }),
    ),
  twice(random) {
    const name = random.pick(['items', 'choice', 'value', 'surface', 'seen']);
    const text = goodText(random);
    return Buffer.from(text.replace(`"${name}":`, `"${name}":${random.pick(['null', '"off"', '[]'])},"${name}":`));
  },
  named(random) {
    const name = JSON.stringify(random.pick(names));
    const value = random.pick(['{"value":"on"}', '1', 'null', '"off"', '[]', '{"polluted":true}']);
    return Buffer.from(
      goodText(random).replace(random.pick(['{', '{"choice"']), (found) => `{${name}:${value},${found.slice(1)}`),
    );
  },
  chosen(random) {
    const items = [
      {
        choice: random.pick(names.flatMap((name) => [name, `${name}.${name}`, `purchases.${name}`])),
        value: random.pick(['off', ...names]),
      },
    ];
    return Buffer.from(JSON.stringify({ items }));
  },
  numbered(random) {
    const seen = `{"seq":${random.pick(numbers)},"notice":${random.pick([...numbers, '1'])}}`;
    return Buffer.from(
      `{"items":[{"choice":"${random.pick(choices)}","value":"${random.pick(['on', 'off'])}","seen":${seen}}]}`,
    );
  },
  surrogates: (random) =>
    Buffer.from(
      inString(random, goodText(random), random.pick(['\\ud800', '\\udfff', '\\ud800\\u0041', '\\udc00\\ud800'])),
    ),
  undecodable: (random) =>
    Buffer.concat([
      Buffer.from(goodText(random).slice(0, -2)),
      Buffer.from(random.pick(invalid), 'hex'),
      Buffer.from('"}'),
    ]),
  otherwise(random) {
    const text = goodText(random);
    const swapped = (): Buffer => Buffer.from(text, 'utf16le').swap16();
    return random.pick([
      () => Buffer.from(text, 'utf16le'),
      swapped,
      () => Buffer.from(`\ufeff${text}`),
      () => gzipSync(text),
    ])();
  },
  mistyped(random) {
    const body = goodBody(random) as Record<string, Json>;
    const target = random.chance(0.6) ? ((body['items'] as Record<string, Json>[])[0] ?? {}) : body;
    const field = random.pick([
      ...Object.keys(target),
      'until',
      'gpcAck',
      'confirmed',
      'clientTime',
      'customer',
      'key',
      'by',
    ]);
    target[field] = random.pick(strange);
    return Buffer.from(JSON.stringify(body));
  },
  scalar: (random) =>
    Buffer.from(
      random.pick([
        '',
        'null',
        'true',
        '0',
        '"items"',
        '[]',
        '{}',
        '[{}]',
        'undefined',
        "{'items':[]}",
        '\u0000',
        ' '.repeat(1000),
        ...numbers,
      ]),
    ),
};
