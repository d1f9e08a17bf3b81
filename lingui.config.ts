import { defineConfig } from '@lingui/cli';

// What only a late part says comes with it: see `addWords` in src/i18n/i18n.ts. tests/messages.test.ts keeps them apart.
const late = {
  card: ['src/features/overview/card.strings.ts', 'src/features/overview/choice.strings.ts'],
  receipt: ['src/features/receipt/receipt.strings.ts'],
  changes: ['src/features/overview/changes.strings.ts'],
  linked: ['src/features/overview/linked.strings.ts'],
  visitor: ['src/features/overview/visitor.strings.ts'],
  held: [
    'src/features/held/held.strings.ts',
    'src/features/held/record.strings.ts',
    'src/features/held/forget.strings.ts',
  ],
  safety: ['src/features/safety/safety.strings.ts'],
  right_now: ['src/features/right-now/right-now.strings.ts'],
  deeds: ['src/ui/deed-line.strings.ts'],
  yourself: ['src/features/yourself/yourself.strings.ts'],
  expectation: ['src/features/overview/expectation.strings.ts'],
  both_ways: ['src/features/both-ways/both-ways.strings.ts'],
  benefits: ['src/features/benefits/benefits.strings.ts'],
  concluded: ['src/features/concluded/concluded.strings.ts', 'src/features/concluded/portrait.strings.ts'],
  activity: ['src/features/activity/activity.strings.ts', 'src/features/activity/year.strings.ts'],
  served: ['src/features/overview/public-notice/public-notice.strings.ts', 'src/app/served.strings.ts'],
};

const catalog = (name: string) => `src/i18n/locales/{locale}/${name}`;

export default defineConfig({
  sourceLocale: 'en',
  // The made-up languages en-XA and ar-XB need no catalogs: src/i18n/pseudo.ts makes them from English when asked.
  locales: ['en'],
  fallbackLocales: { default: 'en' },
  catalogs: [
    { path: catalog('page'), include: ['src'], exclude: Object.values(late).flat() },
    ...Object.entries(late).map(([name, include]) => ({ path: catalog(name), include })),
  ],
  orderBy: 'messageId',
});
