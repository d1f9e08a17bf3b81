import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserPorts, storageUnder } from './browser-ports.ts';

/** The least of a browser's storage; `refuses` says which deeds it throws at. */
function browserStorage(refuses: { all?: boolean; set?: boolean } = {}) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, text: string) {
      if (refuses.set) throw new DOMException('full', 'QuotaExceededError');
      kept.set(name, text);
      Object.assign(storage, { [name]: text });
    },
    removeItem(name: string) {
      kept.delete(name);
      Reflect.deleteProperty(storage, name);
    },
  };
  const find = (): Storage => {
    if (refuses.all) throw new DOMException('blocked', 'SecurityError');
    return storage as unknown as Storage;
  };
  return { kept, find, refuses };
}

describe('storage', () => {
  test('keeps what it is given under its own prefix, and sees nothing else', () => {
    const { kept, find } = browserStorage();
    find().setItem('other', 'theirs');
    const storage = storageUnder('ours/', find);
    storage.set('a', '1');
    expect([...kept]).toEqual([
      ['other', 'theirs'],
      ['ours/a', '1'],
    ]);
    expect(storage.names()).toEqual(['a']);
    expect(storage.get('a')).toBe('1');
    storage.remove('a');
    expect(storage.names()).toEqual([]);
    expect(kept.get('other')).toBe('theirs');
  });

  test.each([{ all: true }, { set: true }])('works in memory where the browser refuses %o', (refuses) => {
    const storage = storageUnder('ours/', browserStorage(refuses).find);
    storage.set('a', '1');
    storage.set('a', '2');
    expect(storage.names()).toEqual(['a']);
    expect(storage.get('a')).toBe('2');
    storage.remove('a');
    expect(storage.get('a')).toBeNull();
  });

  test('what was in memory moves to the browser when it takes it', () => {
    const { kept, find, refuses } = browserStorage({ set: true });
    const storage = storageUnder('ours/', find);
    storage.set('a', '1');
    refuses.set = false;
    storage.set('a', '2');
    expect(storage.names()).toEqual(['a']);
    expect(kept.get('ours/a')).toBe('2');
  });
});

describe('ports', () => {
  afterEach(() => vi.unstubAllGlobals());
  const given = { name: 'brand', net: {} as never, confirmed: () => {}, fresh: () => {} };

  test('a key is of the contract’s form, and no two are alike', () => {
    const { newKey } = browserPorts(given);
    const keys = Array.from({ length: 1000 }, newKey);
    expect(keys.every((key) => /^[A-Za-z0-9_-]{16,64}$/.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(1000);
  });

  test.each([
    ['there are no locks', {}],
    ['the browser refuses them', { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } }],
  ])('everybody has the lock at once where %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const { lock } = browserPorts(given);
    const letGo = [await lock('a'), await lock('a')];
    expect(letGo).toHaveLength(2);
    for (const each of letGo) each();
  });

  test('one at a time has a lock', async () => {
    const { lock } = browserPorts(given);
    const order: string[] = [];
    const letGo = await lock('one');
    const later = (async () => {
      const release = await lock('one');
      order.push('second');
      release();
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push('first lets go');
    letGo();
    await later;
    expect(order).toEqual(['first lets go', 'second']);
  });

  test('without a channel nothing is heard and nothing breaks', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const { channel } = browserPorts(given);
    channel.post({ subject: null });
    channel.listen(() => expect.unreachable())();
  });

  test('tabs of one brand hear each other, and not themselves', async () => {
    const [one, other] = [browserPorts(given).channel, browserPorts(given).channel];
    const heard: unknown[] = [];
    const ends = [one.listen(() => expect.unreachable()), other.listen((message) => heard.push(message))];
    one.post({ seqs: {} });
    await vi.waitFor(() => expect(heard).toEqual([{ seqs: {} }]));
    for (const end of ends) end();
  });
});
