import { expect } from 'vitest';
import type { UseChange } from '#contract/notice-changes.ts';
import { choiceOf, refusalCode, turnOn, type Case } from '#tests/conformance/room.ts';
import { testEdition, THIRD_FROM } from '#tests/conformance/test-brand.ts';

const named = (uses: readonly UseChange[]) => uses.map(({ use, change, material }) => [use, change, material?.version]);

/** What a newer notice says otherwise: by id, for everybody, and the same that suspends grants. */
export const noticeChangeCases: readonly Case[] = [
  {
    name: 'finds no changes between a notice and itself, under its number and as the current one',
    needs: ['noticeChanges'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      const { notice, hash } = await backend.getNotice({ version: 'current' });
      const { version, effectiveFrom } = notice;
      const same = { version, hash };
      const nothing = { since: same, notice: same, effectiveFrom, categories: [], uses: [], general: [] };
      expect(await backend.getNoticeChanges({ version, since: version })).toEqual(nothing);
      expect(await backend.getNoticeChanges({ version: 'current', since: version })).toEqual(nothing);
    },
  },
  {
    name: 'tells by id what a newer notice changed, and which older grants it suspends from which day',
    needs: ['noticeChanges', 'publish'],
    run: async ({ visitor, target, world }) => {
      const { backend } = visitor();
      const first = await backend.getNotice({ version: 1 });
      for (const version of [2, 3] as const) await target.publish(await testEdition(world.brands[0], version));
      const second = await backend.getNoticeChanges({ version: 2, since: 1 });
      expect(second.since).toEqual({ version: 1, hash: first.hash });
      expect(named(second.uses)).toEqual([
        ['purchases.recommendations', 'changed', 2],
        ['profile.survey', 'added', undefined],
        ['profile.score', 'removed', undefined],
      ]);
      expect(second.uses[0]?.facts.map(({ kind, way, id, name }) => [kind, way, id, name])).toEqual([
        ['recipient', 'widened', 'partner', 'Recipient partner'],
        ['for_itself', 'widened', 'partner', 'Recipient partner'],
        ['country', 'widened', 'CA', null],
      ]);
      // Version 3 takes it back, which brings no grant back; and the brand marks another use.
      const third = await backend.getNoticeChanges({ version: 3, since: 1 });
      expect(third.effectiveFrom).toBe(THIRD_FROM);
      expect(named(third.uses)).toContainEqual(['purchases.recommendations', 'changed', 2]);
      expect(third.uses.find(({ use }) => use === 'location.nearby')).toMatchObject({
        material: { version: 3, from: THIRD_FROM },
        facts: [{ kind: 'marked' }],
      });
    },
  },
  {
    name: 'calls material what suspends a grant, from the day on which it does',
    needs: ['noticeChanges', 'publish', 'clock'],
    run: async ({ customer, target, world, advance }) => {
      const { backend, persona } = await customer();
      const choices = ['purchases.recommendations', 'purchases.insight'];
      for (const choice of choices) await turnOn(backend, choice);
      await target.publish(await testEdition(world.brands[0], 2));
      const { uses } = await backend.getNoticeChanges({ version: 2, since: 1 });
      const material = choices.map((choice) => uses.find(({ use }) => use === choice)?.material?.from ?? null);
      advance(30 * 86_400_000);
      await backend.openSession({ demo: persona });
      const suspended = [];
      for (const choice of choices) {
        const { why, since } = await choiceOf(backend, choice);
        suspended.push(why === 'notice_changed' ? since?.slice(0, 10) : null);
      }
      expect(suspended).toEqual(material);
      expect(material.map((from) => from !== null)).toEqual([true, false]);
    },
  },
  {
    name: 'speaks the language asked for, and the brand’s first where it has no other',
    needs: ['noticeChanges', 'publish'],
    run: async ({ visitor, target, world }) => {
      const { backend } = visitor();
      await target.publish(await testEdition(world.brands[0], 2));
      const ask = (language: string) => backend.getNoticeChanges({ version: 2, since: 1, language });
      expect(await ask('cy')).toEqual(await ask('en-GB'));
      expect(await ask('fr')).toEqual(await ask('en-GB'));
    },
  },
  {
    name: 'knows no changes since a notice that is not there, nor since a newer one',
    needs: ['noticeChanges'],
    run: async ({ visitor }) => {
      const { backend } = visitor();
      const { version } = (await backend.getNotice({ version: 'current' })).notice;
      expect(await refusalCode(backend.getNoticeChanges({ version, since: version + 97 }))).toBe('not_found');
      expect(await refusalCode(backend.getNoticeChanges({ version: version + 97, since: version }))).toBe('not_found');
    },
  },
  {
    name: 'refuses to tell changes backwards',
    needs: ['noticeChanges', 'publish'],
    run: async ({ visitor, target, world }) => {
      await target.publish(await testEdition(world.brands[0], 2));
      expect(await refusalCode(visitor().backend.getNoticeChanges({ version: 1, since: 2 }))).toBe('malformed');
    },
  },
];
