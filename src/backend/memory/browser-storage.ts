import { emptySnapshot, unkept, type Persistence, type Snapshot, type Step } from './snapshot.ts';

const STORE = 'snapshot';
/** The key says the format: a later one takes another key and brings the older over. */
const KEY = 'evenhand-1';

const opened = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB could not be opened.')));
  });

/** One read-write transaction a step: the browser itself sees to it that no other tab comes between. */
const inIndexedDb = (database: IDBDatabase): Persistence => ({
  change: <T>(step: (kept: Snapshot) => Step<T>) =>
    new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore(STORE);
      const read = store.get(KEY) as IDBRequest<Snapshot | undefined>;
      let answer: T;
      read.addEventListener('success', () => {
        const kept = read.result ?? emptySnapshot;
        const done = step(kept);
        answer = done.answer;
        if (done.keep !== kept) store.put(done.keep, KEY);
      });
      transaction.addEventListener('complete', () => resolve(answer));
      transaction.addEventListener('abort', () => {
        reject(transaction.error ?? new Error('The browser did not keep the change.'));
      });
    }),
});

/** Reading and writing are synchronous; a lock keeps other tabs out where the browser has locks. */
const inLocalStorage = (storage: Storage): Persistence => ({
  async change(step) {
    const alone = async () => {
      const text = storage.getItem(KEY);
      const kept = text === null ? emptySnapshot : (JSON.parse(text) as Snapshot);
      const { keep, answer } = step(kept);
      if (keep !== kept) storage.setItem(KEY, JSON.stringify(keep));
      return answer;
    };
    return 'locks' in navigator ? navigator.locks.request(KEY, alone) : alone();
  },
});

/** Where this browser keeps decisions, and how well: `none` where it keeps nothing (storage is blocked). */
export interface BrowserStorage {
  readonly persistence: Persistence;
  readonly durability: 'browser' | 'none';
}

/** IndexedDB, else localStorage, else nothing: tried in this order, with a write each, so that no promise is hollow. */
export const browserStorage = async (name = 'evenhand'): Promise<BrowserStorage> => {
  const ways: (() => Promise<Persistence>)[] = [
    async () => inIndexedDb(await opened(name)),
    async () => inLocalStorage(localStorage),
  ];
  for (const way of ways) {
    try {
      const persistence = await way();
      await persistence.change((kept) => ({ keep: { ...kept }, answer: null }));
      return { persistence, durability: 'browser' };
    } catch {
      // Blocked or absent: the next way, and in the end the honest answer that nothing is kept.
    }
  }
  return { persistence: unkept(), durability: 'none' };
};
