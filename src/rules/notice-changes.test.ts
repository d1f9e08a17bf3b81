import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Notice, Use } from '#contract/notice.ts';
import { NoticeChanges, type ChangeFact } from '#contract/notice-changes.ts';
import { exampleCategory, exampleNotice, exampleUse, publish } from './example-notice.ts';
import { noticeChanges, type NoticeVersion } from './notice-changes.ts';
import { shelve } from './shelf.ts';
import { scopeOf, termsOf } from './terms-of.ts';
import { suspended, widened } from './widened.ts';

const version = (notice: Notice): NoticeVersion => {
  const published = publish(notice);
  return { published, terms: termsOf(published) };
};

const picks = exampleUse('purchases.picks', {
  items: ['order_line', 'size'],
  recipients: ['parcelly'],
  automated: { logic: 'By rules.', effects: 'You see other things.' },
  got: { counting: 'pick_ordered', message: 'Some', none: 'None', how: 'We count.' },
  lasts: 'P1Y',
  statement: 'I agree.',
  signals: ['share'],
});
const stores = exampleUse('purchases.stores', { basis: 'contract' });
const visits = exampleUse('visits.count', { basis: 'legitimate_interest', items: ['page'] });

const before = exampleNotice([exampleCategory('purchases', [picks, stores]), exampleCategory('visits', [visits])]);

/** The same with one thing changed, as the next version. */
const after = (change: (next: Notice) => unknown): Notice => {
  const next = structuredClone({ ...before, version: 2, effectiveFrom: '2026-06-01' });
  change(next);
  return next;
};

const changesIn = (next: Notice): NoticeChanges => {
  const changes = noticeChanges(version(before), [], version(next));
  expect(NoticeChanges.safeParse(changes).success).toBe(true);
  return changes;
};

const firstUse = (notice: Notice): Use => notice.categories[0]?.uses[0] as Use;
const material = { version: 2, from: '2026-06-01' };

describe('what a newer notice changes', () => {
  test('is nothing where it says the same, whatever its number and day', () => {
    expect(changesIn(after(() => undefined))).toEqual({
      since: { version: 1, hash: expect.any(String) as string },
      notice: { version: 2, hash: expect.any(String) as string },
      effectiveFrom: '2026-06-01',
      categories: [],
      uses: [],
      general: [],
    });
  });

  const none = { id: null, name: null, before: null, after: null };
  test.each<[string, (use: Use) => unknown, Partial<ChangeFact>, boolean]>([
    [
      'another purpose',
      (use) => (use.purpose = 'DirectMarketing'),
      { kind: 'purpose', way: 'widened', before: picks.purpose, after: 'DirectMarketing' },
      true,
    ],
    [
      'a weaker basis',
      (use) => (use.basis = 'legitimate_interest'),
      { kind: 'basis', way: 'widened', before: 'consent', after: 'legitimate_interest' },
      true,
    ],
    [
      'a stronger basis',
      (use) => (use.basis = 'explicit_consent'),
      { kind: 'basis', way: 'narrowed', before: 'consent', after: 'explicit_consent' },
      false,
    ],
    ['an item less', (use) => use.items.pop(), { kind: 'item', way: 'narrowed', id: 'size', name: 'Item size' }, false],
    [
      'a recipient less',
      (use) => use.recipients.pop(),
      { kind: 'recipient', way: 'narrowed', id: 'parcelly', name: 'Parcelly' },
      false,
    ],
    [
      'a longer retention',
      (use) => (use.retention = 'P3Y'),
      { kind: 'retention', way: 'widened', before: 'P2Y', after: 'P3Y' },
      true,
    ],
    [
      'a shorter retention',
      (use) => (use.retention = 'P1Y'),
      { kind: 'retention', way: 'narrowed', before: 'P2Y', after: 'P1Y' },
      false,
    ],
    [
      'the same retention in months',
      (use) => (use.retention = 'P24M'),
      { kind: 'retention', way: 'changed', before: 'P2Y', after: 'P24M' },
      false,
    ],
    [
      'a person who decides again',
      (use) => (use.automated = null),
      { kind: 'automated', way: 'narrowed', before: 'true', after: 'false' },
      false,
    ],
    [
      'two steps',
      (use) => (use.grant = 'two_steps'),
      { kind: 'grant', way: 'changed', before: 'press', after: 'two_steps' },
      false,
    ],
    ['no end', (use) => (use.lasts = null), { kind: 'lasts', way: 'changed', before: 'P1Y', after: null }, false],
    [
      'another signal',
      (use) => use.signals.push('sale'),
      { kind: 'signal', way: 'changed', id: 'sale', after: 'sale' },
      false,
    ],
    [
      'deletion when off',
      (use) => (use.whenOff.holding = 'deleted'),
      { kind: 'when_off', way: 'changed', id: 'holding', before: 'kept', after: 'deleted' },
      false,
    ],
    [
      'other words for why',
      (use) => (use.why = 'Because.'),
      { kind: 'words', way: 'reworded', id: 'why', before: picks.why, after: 'Because.' },
      false,
    ],
    ['another way of counting', (use) => (use.got = null), { kind: 'words', way: 'reworded', id: 'got' }, false],
  ])('is told of a use: %s', (_, change, fact, suspends) => {
    const { uses, categories, general } = changesIn(after((next) => change(firstUse(next))));
    expect(uses).toHaveLength(1);
    expect(uses[0]).toMatchObject({ use: 'purchases.picks', category: 'purchases', change: 'changed' });
    expect(uses[0]?.facts).toContainEqual({ ...none, ...fact });
    expect(uses[0]?.material).toEqual(suspends ? material : null);
    expect([categories, general]).toEqual([[], []]);
  });

  test('is told of a recipient that now uses it for itself, and of where it is', () => {
    const { uses, general } = changesIn(
      after((next) => {
        firstUse(next).recipients.push('adly');
      }),
    );
    expect(uses[0]?.facts).toEqual([
      { ...none, kind: 'recipient', way: 'widened', id: 'adly', name: 'Adly' },
      { ...none, kind: 'for_itself', way: 'widened', id: 'adly', name: 'Adly' },
      { ...none, kind: 'country', way: 'widened', id: 'US' },
    ]);
    expect([uses[0]?.material, general]).toEqual([material, []]);
  });

  test('is told of uses that came and went, which suspend nothing', () => {
    const next = after((notice) => {
      notice.categories[0]?.uses.splice(0, 1, exampleUse('purchases.offers'));
    });
    const told = changesIn(next).uses.map(({ use, change, material: suspends, facts }) => [
      use,
      change,
      suspends,
      facts,
    ]);
    expect(told).toEqual([
      ['purchases.offers', 'added', null, []],
      ['purchases.picks', 'removed', null, []],
    ]);
  });

  test('is told of what the brand marks, though no rule asks for it', () => {
    const { uses } = changesIn(after((next) => next.material.push('visits.count')));
    expect(uses).toMatchObject([
      { use: 'visits.count', material, facts: [{ ...none, kind: 'marked', way: 'changed' }] },
    ]);
  });

  test('is told of a use that nobody can refuse, and suspends nothing there', () => {
    const { uses } = changesIn(
      after((next) => {
        const second = next.categories[0]?.uses[1];
        if (second) second.retention = 'P9Y';
      }),
    );
    expect(uses).toMatchObject([
      { use: 'purchases.stores', material: null, facts: [{ kind: 'retention', way: 'widened' }] },
    ]);
  });

  test('is told of a category: what it is called, holds, and for how long; whether it is sensitive', () => {
    const { categories, uses } = changesIn(
      after((next) => {
        const [category] = next.categories;
        if (!category) return;
        category.name = 'Orders';
        category.sensitive = true;
        category.retention = { period: 'P7Y', text: 'Seven years.' };
        category.items.push({ id: 'address', name: 'Address', uses: ['purchases.stores'], required: 'optional' });
      }),
    );
    expect(uses).toEqual([]);
    expect(categories).toEqual([
      {
        category: 'purchases',
        name: 'Orders',
        change: 'changed',
        facts: [
          { ...none, kind: 'item', way: 'widened', id: 'address', name: 'Address' },
          { ...none, kind: 'retention', way: 'widened', before: 'P6Y', after: 'P7Y' },
          { ...none, kind: 'sensitive', way: 'changed', before: 'false', after: 'true' },
          { ...none, kind: 'words', way: 'reworded', id: 'name', before: 'Category purchases', after: 'Orders' },
          { ...none, kind: 'words', way: 'reworded', id: 'retention', before: 'Six years.', after: 'Seven years.' },
        ],
      },
    ]);
  });

  test('stays material where a version in between widened a use and the newer one took it back', () => {
    const wide = after((next) => {
      firstUse(next).items.push('address');
    });
    const back: Notice = { ...before, version: 3, effectiveFrom: '2026-09-01' };
    const { uses } = noticeChanges(version(before), [version(wide)], version(back));
    expect(uses).toMatchObject([{ use: 'purchases.picks', material, facts: [] }]);
    expect(noticeChanges(version(wide), [], version(back)).uses).toMatchObject([
      { material: null, facts: [{ way: 'narrowed' }] },
    ]);
  });
});

/** Another value that a field may have. */
const other: Readonly<Record<string, string>> = {
  basis: 'opt_out',
  source: 'given',
  role: 'for_itself',
  country: 'FR',
  period: 'P9Y',
  retention: 'P9Y',
  lasts: 'P9Y',
  grant: 'two_steps',
  collection: 'continues',
  holding: 'deleted',
  required: 'by_law',
  counting: 'member_price',
};

type Parent = Record<string, unknown>;

/** Every place in a notice that holds a value. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];

const bend = (root: Notice, path: readonly string[]): void => {
  const key = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce((part, step) => part[step] as Parent, root as unknown as Parent);
  const value = parent[key];
  parent[key] = other[key] ?? (typeof value === 'boolean' ? !value : typeof value === 'string' ? `${value}x` : 'P9Y');
};

test('whatever is said otherwise is told: no word of a notice can change unnoticed', () => {
  const own = /^(?:brand|version|language|effectiveFrom|material)$/;
  // A recipient that is named and not described makes a notice that no loader lets through.
  const recipientId = /recipients\.\d+(?:\.id)?$/;
  const places = leaves(before).filter((path) => !own.test(path[0] ?? '') && !recipientId.test(path.join('.')));
  expect(places.length).toBeGreaterThan(100);
  const unnoticed = places.filter((path) => {
    const next = after((notice) => bend(notice, path));
    const { categories, uses, general } = changesIn(next);
    return categories.length + uses.length + general.length === 0;
  });
  expect(unnoticed.map((path) => path.join('.'))).toEqual([]);
});

const use = fc.record({
  purpose: fc.constantFrom('DirectMarketing', 'FraudPreventionAndDetection'),
  basis: fc.constantFrom<Use['basis']>('explicit_consent', 'consent', 'legitimate_interest', 'opt_out', 'contract'),
  items: fc.subarray(['order_line', 'size', 'address'], { minLength: 1 }),
  recipients: fc.subarray(['parcelly', 'adly']),
  retention: fc.constantFrom('P30D', 'P1M', 'P1Y', 'P12M', 'P2Y'),
  automated: fc.constantFrom(null, { logic: 'By rules.', effects: 'Some.' }),
});

const editions = fc.array(fc.tuple(use, fc.boolean()), { minLength: 2, maxLength: 4 }).map((all) =>
  all.map(([fields, marked], index) =>
    version(
      exampleNotice([exampleCategory('a', [exampleUse('a.one', fields)])], {
        version: index + 1,
        effectiveFrom: `2026-0${index + 1}-01`,
        material: marked ? ['a.one'] : [],
      }),
    ),
  ),
);

const scopeIn = ({ published: { notice } }: NoticeVersion) =>
  scopeOf(firstUse(notice), new Map(notice.recipients.map((one) => [one.id, one])));

test('a change is material exactly where it suspends a grant that was given before, and from that day', () => {
  fc.assert(
    fc.property(editions, (all) => {
      const [older, ...newer] = all as [NoticeVersion, ...NoticeVersion[]];
      const [changed] = noticeChanges(older, newer.slice(0, -1), newer.at(-1) as NoticeVersion).uses;
      const shelf = shelve(
        all.map(({ terms }) => terms),
        '2026-12-01T00:00:00.000Z',
      );
      const since = suspended('a.one', { notice: 1, at: '2026-01-02T00:00:00.000Z' }, shelf);
      const offered = older.terms.choices['a.one'] !== undefined;
      expect(changed?.material?.from ?? null).toBe(offered && since ? since.slice(0, 10) : null);
    }),
    { numRuns: 2000 },
  );
});

test('everything that widened is told as widened, and what is told as narrowed widens on the way back', () => {
  fc.assert(
    fc.property(editions, (all) => {
      const [older, newer] = all as [NoticeVersion, NoticeVersion];
      const facts = noticeChanges(older, [], newer).uses[0]?.facts ?? [];
      const told = (way: ChangeFact['way']) =>
        facts.filter((one) => one.way === way).map(({ kind, id }) => `${kind} ${id}`);
      const single = new Set(['purpose', 'basis', 'retention', 'automated']);
      const named = (found: ReturnType<typeof widened>) =>
        found.map(({ kind, id }) => `${kind} ${single.has(kind) ? null : id}`);
      expect(told('widened')).toEqual(named(widened(scopeIn(older), scopeIn(newer))));
      const back = named(widened(scopeIn(newer), scopeIn(older)));
      expect(told('narrowed').filter((one) => !back.includes(one))).toEqual([]);
      const ids = back.filter((one) => !one.endsWith(' null'));
      expect(ids.filter((one) => !told('narrowed').includes(one))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
