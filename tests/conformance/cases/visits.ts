import { expect } from 'vitest';
import { newKey, type Case } from '#tests/conformance/room.ts';

const MINUTE = 60_000;

export const visitCases: readonly Case[] = [
  {
    name: 'tells at the second visit, and not at the first, what was done since the one before',
    needs: ['overview', 'records', 'our_brand', 'clock'],
    run: async ({ customer, advance, world }) => {
      const first = await customer();
      const came = world.now();
      expect((await first.backend.getOverview({})).lastHere).toBeUndefined();
      advance(30 * MINUTE);
      const { backend } = await customer(first.persona);
      const overview = await backend.getOverview({});
      expect(overview.lastHere).toEqual({ at: came, times: 0, uses: [], records: 0 });
      const { records } = await backend.listRecords({ item: 'visit' });
      expect(records).toMatchObject([{ category: 'browsing', label: 'Your last visit', at: world.now() }]);
    },
  },
  {
    name: 'takes a session within half an hour of the last for the same visit',
    needs: ['overview', 'records', 'our_brand', 'clock'],
    run: async ({ customer, advance, world }) => {
      const { persona } = await customer();
      const came = world.now();
      advance(30 * MINUTE - 1);
      const { backend } = await customer(persona);
      expect((await backend.getOverview({})).lastHere).toBeUndefined();
      expect((await backend.listRecords({ item: 'visit' })).records.map(({ at }) => at)).toEqual([came]);
    },
  },
  {
    name: 'forgets when the customer was here, and begins again at the next visit',
    needs: ['overview', 'records', 'forgetting', 'our_brand', 'clock'],
    run: async ({ customer, advance }) => {
      const first = await customer();
      await first.backend.forget({ scope: 'category', id: 'browsing', key: newKey() });
      advance(60 * MINUTE);
      const { backend } = await customer(first.persona);
      expect((await backend.getOverview({})).lastHere).toBeUndefined();
      expect((await backend.listRecords({ item: 'visit' })).count).toBe(1);
    },
  },
];
