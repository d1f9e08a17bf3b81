import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserStorage } from './browser-storage.ts';

/** The Storage of a browser, as far as it is used; `full` makes every write fail. */
class FakeStorage {
  readonly kept = new Map<string, string>();
  full = false;
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
}

let storage = new FakeStorage();

beforeEach(() => {
  storage = new FakeStorage();
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('indexedDB', undefined);
});
afterEach(() => vi.unstubAllGlobals());

const subject = { subject: { brand: 'a-brand', id: 'id' }, identifier: null, log: [] };
const withSubject = { ...subject, state: { seq: 0, head: null, choices: {}, signalAt: null } };

describe('what a browser keeps', () => {
  test('is there in the next page, where only localStorage is to be had', async () => {
    const first = await browserStorage();
    await first.persistence.change((kept) => ({ keep: { ...kept, subjects: { id: withSubject } }, answer: null }));
    const second = await browserStorage();
    const found = await second.persistence.change((kept) => ({ keep: kept, answer: kept.subjects }));
    expect(found).toEqual({ id: withSubject });
    expect([first.durability, second.durability]).toEqual(['browser', 'browser']);
  });

  test('is seen by another tab at once', async () => {
    const [one, other] = await Promise.all([browserStorage(), browserStorage()]);
    await one.persistence.change((kept) => ({ keep: { ...kept, subjects: { id: withSubject } }, answer: null }));
    expect(await other.persistence.change((kept) => ({ keep: kept, answer: Object.keys(kept.subjects) }))).toEqual([
      'id',
    ]);
  });

  test('does not change when a write fails, and the failure is told', async () => {
    const { persistence } = await browserStorage();
    storage.full = true;
    const writing = persistence.change((kept) => ({
      keep: { ...kept, subjects: { id: withSubject } },
      answer: 'saved',
    }));
    await expect(writing).rejects.toThrow('full');
    expect(await persistence.change((kept) => ({ keep: kept, answer: kept.subjects }))).toEqual({});
  });

  test('is nothing where storage is blocked, and that is said', async () => {
    storage.full = true;
    const { durability, persistence } = await browserStorage();
    expect(durability).toBe('none');
    await persistence.change((kept) => ({ keep: { ...kept, subjects: { id: withSubject } }, answer: null }));
    expect(await persistence.change((kept) => ({ keep: kept, answer: Object.keys(kept.subjects) }))).toEqual(['id']);
  });
});
