import type { Category, Notice, PublishedNotice, Use } from '#contract/notice.ts';
import type { ChoiceTerms, NoticeTerms, Scope } from './terms.ts';

/** Small, complete notices for the tests of the rules. */

export const HASH = 'ab'.repeat(32);

/** A consent use of orders; what a test is about is given in `more`. */
export function exampleUse(id: string, more: Partial<Use> = {}): Use {
  return {
    id,
    name: `Use ${id}`,
    purpose: 'ProvideProductRecommendations',
    why: 'To show what goes with what you have.',
    basis: 'consent',
    basisText: 'You said yes.',
    items: ['order_line'],
    recipients: [],
    benefit: 'You see what goes with what you have.',
    got: null,
    whenOff: { text: 'You see what everybody sees.', collection: 'stops', holding: 'kept', until: null },
    signals: [],
    automated: null,
    grant: 'press',
    statement: null,
    lasts: null,
    retention: 'P2Y',
    ...more,
  };
}

export function exampleCategory(id: string, uses: readonly Use[], more: Partial<Category> = {}): Category {
  const named = [...new Set(uses.flatMap((use) => use.items))];
  return {
    id,
    name: `Category ${id}`,
    what: 'What you bought.',
    source: 'observed',
    passive: false,
    sensitive: false,
    items: named.map((item) => ({
      id: item,
      name: `Item ${item}`,
      uses: uses.filter((use) => use.items.includes(item)).map((use) => use.id),
      required: 'optional',
    })),
    retention: { period: 'P6Y', text: 'Six years.' },
    storedIn: 'Dublin, Ireland',
    held: 'Held.',
    heldNone: 'Nothing yet.',
    uses: [...uses],
    ...more,
  };
}

export function exampleNotice(categories: readonly Category[], more: Partial<Notice> = {}): Notice {
  const group = { title: 'Group', text: 'What it is.' };
  return {
    brand: 'halden-row',
    version: 1,
    language: 'en-GB',
    effectiveFrom: '2026-01-01',
    controller: {
      name: 'Halden & Row',
      legalName: 'Halden and Row Ltd',
      address: '1 Mill Lane, Leeds',
      email: 'privacy@example.com',
      phone: null,
      dataProtectionOfficer: { name: 'A. Officer', email: 'dpo@example.com' },
      authority: { name: 'ICO', url: 'https://ico.org.uk' },
    },
    intro: 'What we hold.',
    sources: { given: group, observed: group, concluded: group, bought: group },
    rights: [{ id: 'access', title: 'See it', text: 'Ask for a copy.' }],
    recipients: [
      {
        id: 'parcelly',
        name: 'Parcelly',
        does: 'delivers parcels',
        role: 'works_for_us',
        country: 'GB',
        transfer: null,
      },
      { id: 'adly', name: 'Adly', does: 'sells adverts', role: 'pays_for_it', country: 'US', transfer: null },
    ],
    categories: [...categories],
    material: [],
    ...more,
  };
}

export function publish(notice: Notice): PublishedNotice {
  return { notice, hash: HASH, publishedAt: '2025-12-01T00:00:00.000Z' };
}

export const exampleScope: Scope = {
  purpose: 'ProvideProductRecommendations',
  basis: 'consent',
  items: ['order_line'],
  recipients: ['parcelly'],
  forItself: [],
  countries: ['GB'],
  retention: 'P2Y',
  automated: false,
};

/** A two-way choice that is off until somebody turns it on by a press. */
export function exampleTerms(more: Partial<ChoiceTerms> = {}): ChoiceTerms {
  return {
    options: ['off', 'on'],
    initial: 'off',
    signals: [],
    grant: 'press',
    lasts: null,
    scope: exampleScope,
    ...more,
  };
}

export function exampleNoticeTerms(choices: NoticeTerms['choices'], more: Partial<NoticeTerms> = {}): NoticeTerms {
  return { version: 1, hash: HASH, effectiveFrom: '2026-01-01T00:00:00.000Z', choices, material: [], ...more };
}
