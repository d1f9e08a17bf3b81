import type { About } from '#contract/about.ts';
import type { Question } from '#contract/profile.ts';

const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  id,
  kind,
  question: `Question ${id}?`,
  why: 'what it is used for',
  changes: 'what it changes',
  category: 'profile',
  item: 'answer',
  uses: ['profile.statistics'],
  options: [],
  scale: null,
  lasts: 'P1Y',
  ...more,
});

const options = ['small', 'large'].map((id) => ({ id, label: `The ${id} one` }));

/** What the test brand says beside its notice. The words of the second language differ, and nothing else does. */
const aboutIn = (hello: string): About => ({
  backups: 'P30D',
  visits: 'browsing.visit',
  conclusions: { held: 'profile.conclusion', forbidden: 'profile.forbidden' },
  correctable: {
    'location.record': { kind: 'text', options: null },
    'profile.record': { kind: 'number', options: null },
  },
  events: {
    'purchases.insight': `${hello}. We counted your orders.`,
    'browsing.offers': [`${hello}. We picked `, ['picked'], ' things.'],
  },
  portrait: { purchases: `${hello}. You bought things.` },
  questions: [
    question('rooms', 'scale', {
      question: `${hello}. How many?`,
      scale: { min: 1, max: 9, low: 'one', high: 'many' },
    }),
    question('sofa', 'single', { options }),
    question('colours', 'multiple', { options }),
    question('top', 'size', { options }),
    question('wish', 'text'),
    question('moving', 'date', { lasts: 'P7D' }),
  ],
  safety: [
    { category: null, asOf: '2026-10-01', where: `${hello}. New York`, readers: 'two of us', measures: ['a lock'] },
    { category: 'purchases', asOf: '2026-11-01', where: 'Albany', readers: 'one of us', measures: [] },
  ],
  incidents: ['2025', '2026'].map((year) => ({
    id: `leak_${year}`,
    from: `${year}-03-01`,
    to: `${year}-03-02`,
    found: `${year}-03-03`,
    told: `${year}-03-04`,
    what: 'a list was left on a train',
    done: 'it was found',
    categories: ['purchases'],
  })),
});

export const testAbout: Readonly<Record<string, About>> = { 'en-GB': aboutIn('Hello'), cy: aboutIn('Helo') };
