import type { NoticeTerms } from '#rules/terms.ts';

/** The day on which every world begins. */
export const EPOCH = Date.parse('2026-11-22T10:00:00.000Z');

const scope = {
  purpose: 'personalisation',
  basis: 'consent',
  items: ['orders'],
  recipients: [],
  forItself: [],
  countries: ['GB'],
  retention: 'P3Y',
  automated: false,
} as const;

const twoWay = ['off', 'on'] as const;

/** The choices of every world: switches of each legal kind, and one with more than two options. */
const terms: NoticeTerms['choices'] = {
  'purchases.recommendations': { options: twoWay, initial: 'off', signals: [], grant: 'press', lasts: null, scope },
  'browsing.analytics': { options: twoWay, initial: 'on', signals: [], grant: 'press', lasts: null, scope },
  'location.offers': { options: twoWay, initial: 'off', signals: [], grant: 'press', lasts: 'P1Y', scope },
  'interests.sale': { options: twoWay, initial: 'on', signals: ['sale'], grant: 'press', lasts: null, scope },
  'messages.frequency': {
    options: ['off', 'monthly', 'weekly', 'daily'],
    initial: 'monthly',
    signals: [],
    grant: 'press',
    lasts: null,
    scope,
  },
};

export const choiceNames = Object.keys(terms);

export const optionsOf = (choice: string): readonly string[] => terms[choice]?.options ?? [];

/** How far from the most protective option. */
export const permits = (choice: string, value: string): number => optionsOf(choice).indexOf(value);

export const isOff = (choice: string, value: string): boolean => permits(choice, value) === 0;

/** A version of the notice. Where it widens, a use gets a recipient that it did not have. */
export function noticeOf(version: number, effectiveFrom: number, widens: boolean): NoticeTerms {
  const widened = { ...scope, recipients: ['parcelly'] };
  const choices = widens
    ? { ...terms, 'purchases.recommendations': { ...terms['purchases.recommendations'], scope: widened } }
    : terms;
  return {
    version,
    hash: String(version).padStart(64, '0'),
    effectiveFrom: new Date(effectiveFrom).toISOString(),
    choices: choices as NoticeTerms['choices'],
    material: [],
  };
}
