import { describe, expect, test } from 'vitest';
import { memoryBackend } from '#backend/memory/memory-backend.ts';
import { memoryBrands } from '#backend/memory/memory-brands.ts';
import { unkept, type Persistence } from '#backend/memory/snapshot.ts';
import type { Backend } from '#backend/port.ts';
import { publish, type BrandEdition, type Holder } from '#backend/published-brand.ts';
import { START, testEdition } from '#tests/conformance/test-brand.ts';
import { testHoldings } from '#tests/conformance/test-holdings.ts';

const edition = await testEdition('a-brand', 1);
const robin: Holder = { demo: async () => ({ name: 'Robin', decisions: [], holdings: testHoldings }) };

/** A page of the brand over some storage. */
const page = (
  { about, ...rest }: BrandEdition = edition,
  holder: Holder = robin,
  persistence: Persistence = unkept(),
): Backend => {
  const published = publish(null, { ...rest, ...(about && { about }) }, START);
  const connect = memoryBackend({
    brands: memoryBrands([{ brand: published, holder }]),
    storage: { persistence, durability: 'browser' },
    now: () => START,
    inBrowser: true,
  });
  let secret: string | null = null;
  return connect({
    brand: 'a-brand',
    session: {
      read: () => secret,
      write(value) {
        secret = value;
      },
    },
    gpc: false,
    demoAllowed: true,
    evidence: { ipPrefix: null, userAgent: null },
  });
};

describe('what is put right and forgotten', () => {
  test('is so after a reload, too, and what is held is not made up again', async () => {
    const persistence = unkept();
    const before = page(edition, robin, persistence);
    await before.openSession({ demo: 'robin' });
    await before.correctRecord({ record: 'r3', value: 'Troy', key: 'key-correct-00000' });
    await before.forget({ scope: 'record', id: 'page01', key: 'key-forget-000000' });
    const after = page(edition, robin, persistence);
    await after.openSession({ demo: 'robin' });
    expect((await after.listRecords({ search: 'Troy' })).records.map(({ id }) => id)).toEqual(['r3']);
    expect((await after.listRecords({ limit: 200 })).records.map(({ id }) => id)).not.toContain('page01');
  });
});

describe('arriving', () => {
  test('is possible, and turning off too, where what is held cannot be reached', async () => {
    const broken: Holder = {
      demo: async () => ({
        name: 'Robin',
        decisions: [],
        get holdings(): never {
          throw new TypeError('what is held cannot be read');
        },
      }),
    };
    const backend = page(edition, broken);
    await backend.openSession({ demo: 'robin' });
    await expect(backend.listRecords({})).rejects.toThrow(/^internal: /);
    const items = [{ choice: 'browsing.ads', value: 'off' }];
    expect(await backend.decide({ key: 'key-withdrawal-00', items })).toMatchObject({ replayed: false });
  });
});

describe('a brand', () => {
  const { about: _, ...bare } = edition;

  test('that says nothing beside its notice is able to do nothing that needs it, and says so', async () => {
    const backend = page(bare);
    await backend.openSession({ demo: 'robin' });
    expect(await backend.getCapabilities({})).toMatchObject({
      records: false,
      correcting: false,
      forgetting: false,
      inferences: false,
      activity: false,
      benefits: true,
      preview: false,
      profile: false,
      safety: false,
      expectations: true,
    });
    const outcomes = await Promise.allSettled([
      backend.listHoldings({}),
      backend.listRecords({}),
      backend.correctRecord({ record: 'r3', value: 'Troy', key: 'key-correct-00000' }),
      backend.forget({ scope: 'everything', key: 'key-forget-000000' }),
      backend.listInferences({}),
      backend.judgeInference({ inference: 'likes-tea', judgement: 'wrong', key: 'key-judge-0000000' }),
      backend.listActivity({}),
      backend.previewExperience({ about: 'purchases' }),
      backend.getProfile({}),
      backend.answerQuestion({ question: 'rooms', value: 3, key: 'key-answer-000000' }),
      backend.getSafety({}),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
    expect((await backend.getOverview({})).lastHere).toBeUndefined();
  });

  test('is able to do what each part of what it says makes possible, and no more', async () => {
    const english = edition.about?.['en-GB'];
    if (!english) throw new Error('The test brand says something in English.');
    const able = async (part: Partial<typeof english>) => {
      const empty = { correctable: {}, conclusions: null, events: {}, questions: [], safety: [], incidents: [] };
      const told = await page({ ...bare, about: { 'en-GB': { ...english, ...empty, ...part } } }).getCapabilities({});
      const parts = ['correcting', 'inferences', 'activity', 'profile', 'safety'] as const;
      return parts.filter((name) => told[name]);
    };
    expect(await able({})).toEqual([]);
    expect(await able({ correctable: english.correctable })).toEqual(['correcting']);
    expect(await able({ conclusions: english.conclusions })).toEqual(['inferences']);
    expect(await able({ events: english.events })).toEqual(['activity']);
    expect(await able({ questions: english.questions })).toEqual(['profile']);
    expect(await able({ safety: english.safety })).toEqual(['safety']);
  });
});
