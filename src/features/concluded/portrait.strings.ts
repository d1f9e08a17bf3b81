import { msg } from '@lingui/core/macro';

/** What all that is held says when it is read together. */
export const portraitStrings = {
  title: msg({ id: 'portrait.title', message: 'All of it together' }),
  why: msg({ id: 'portrait.why', message: 'Single facts look harmless. Together they say more.' }),
};

/** Who a sentence comes from. */
export const portraitSources = {
  given: msg({ id: 'portrait.given', message: 'You told us' }),
  observed: msg({ id: 'portrait.observed', message: 'We noticed' }),
  concluded: msg({ id: 'portrait.concluded', message: 'We concluded' }),
  bought: msg({ id: 'portrait.bought', message: 'We bought' }),
};

/** The way to the records behind a sentence. */
export const recordsOf = (category: string) => msg({ id: 'portrait.records', message: `The records: ${category}` });
