import { describe, expect, test } from 'vitest';
import type { DecisionAnswer } from '#contract/decisions.ts';
import { BackendError, type Backend, type Caller } from '#backend/port.ts';
import { publish } from '#backend/published-brand.ts';
import { START, testEdition } from '#tests/conformance/test-brand.ts';
import { memoryBackend, type MemorySettings } from './memory-backend.ts';
import { memoryBrands } from './memory-brands.ts';
import { memorySessions, memorySubjects } from './memory-store.ts';
import { emptySnapshot, unkept, type Persistence } from './snapshot.ts';

const brand = publish(null, await testEdition('a-brand', 1), START);
const past = new Date(0).toISOString();

/** Storage whose answers take a while and come in any order, as they do between tabs. */
const shared = (): Persistence => {
  const { change } = unkept();
  return {
    async change(step) {
      await new Promise((resolve) => {
        setTimeout(resolve, Math.random() * 4);
      });
      return change(step);
    },
  };
};

/** A page with a backend of its own over storage that others have too. */
const page = async (persistence: Persistence, around?: MemorySettings['around']): Promise<Backend> => {
  const connect = memoryBackend({
    brands: memoryBrands([{ brand, holder: { demo: async () => null } }]),
    storage: { persistence, durability: 'browser' },
    inBrowser: true,
    ...(around && { around }),
  });
  let token: string | null = null;
  const session: Caller['session'] = {
    read: () => token,
    write(value) {
      token = value;
    },
  };
  const evidence = { ipPrefix: null, userAgent: null };
  const backend = connect({ brand: 'a-brand', session, gpc: false, demoAllowed: true, evidence });
  await backend.openSession({});
  return backend;
};

/** Decides as a client does: what is "busy" is sent again, with the same key. */
const decideAtLast = async (backend: Backend, key: string): Promise<DecisionAnswer> => {
  for (;;) {
    try {
      return await backend.decide({ key, items: off('browsing.ads') });
    } catch (error) {
      if (!(error instanceof BackendError) || error.code !== 'busy') throw error;
    }
  }
};

const off = (choice: string) => [{ choice, value: 'off' }];

describe('two pages over the same storage', () => {
  test('store a key once that both send at the same moment, and both get the one answer', async () => {
    const persistence = shared();
    const pages = await Promise.all([page(persistence), page(persistence)]);
    for (let round = 0; round < 20; round++) {
      const key = `key-of-round-${round.toString().padStart(4, '0')}`;
      const answers = await Promise.all(pages.map((one) => decideAtLast(one, key)));
      expect(answers.map((one) => one.replayed).filter(Boolean)).toHaveLength(1);
      expect(answers[0]?.entry).toEqual(answers[1]?.entry);
    }
    const { entries } = (await pages[0]?.listDecisions({ limit: 200 })) ?? { entries: [] };
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
  });

  test('lose nothing of what both decide at the same moment', async () => {
    const persistence = shared();
    const pages = await Promise.all([page(persistence), page(persistence)]);
    const decided = pages.flatMap((one, at) =>
      Array.from({ length: 10 }, (_, index) => decideAtLast(one, `key-of-page-${at}-number-${index}`)),
    );
    const seqs = (await Promise.all(decided)).map((answer) => answer.entry.seq);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test('answer "busy" when the other is first every time, and have stored nothing', async () => {
    let tries = 0;
    const backend = await page(unkept(), (store) => ({
      ...store,
      async append() {
        tries += 1;
        return 'moved';
      },
    }));
    const deciding = backend.decide({ key: 'key-of-the-unlucky', items: off('browsing.ads') });
    await expect(deciding).rejects.toMatchObject({ code: 'busy' });
    expect(tries).toBe(5);
    expect((await backend.listDecisions({})).entries).toEqual([]);
  });
});

describe('the memory store', () => {
  test('finds a subject under its own brand only', async () => {
    const subjects = memorySubjects(unkept());
    const subject = await subjects.subjectFor('a-brand', 'demo:maya');
    const elsewhere = { ...subject, brand: 'other-brand' };
    expect(await subjects.load(subject)).toMatchObject({ version: 0 });
    expect(await subjects.load(elsewhere)).toBe(null);
    expect(await subjects.subjectFor('other-brand', 'demo:maya')).not.toEqual(elsewhere);
    expect(await subjects.subjectFor('a-brand', 'demo:maya')).toEqual(subject);
  });

  test('forgets sessions that have ended when a new one comes', async () => {
    const { change } = unkept();
    const sessions = memorySessions({ change });
    const subject = { brand: 'a-brand', id: 'id' };
    const ending = (token: string, expiresAt: string) => ({
      token,
      subject,
      persona: null,
      name: null,
      signal: false,
      expiresAt,
    });
    await sessions.put(ending('one', START), past);
    await sessions.put(ending('two', '2027-01-01T00:00:00.000Z'), past);
    expect(await sessions.find('one')).not.toBe(null);
    await sessions.put(ending('three', '2027-01-01T00:00:00.000Z'), START);
    const kept = await change((snapshot) => ({ keep: snapshot, answer: Object.keys(snapshot.sessions) }));
    expect(kept).toEqual(['two', 'three']);
  });

  test('leaves what there was as it was: every change makes a new snapshot', async () => {
    const { change } = unkept();
    await memorySubjects({ change }).subjectFor('a-brand', null);
    expect(emptySnapshot).toEqual({ subjects: {}, sessions: {}, signingKey: null });
  });
});
