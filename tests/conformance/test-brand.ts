import type { BrandFace } from '#contract/capabilities.ts';
import type { Basis, Category, Item, Notice, Recipient, Use } from '#contract/notice.ts';
import type { BrandEdition } from '#backend/published-brand.ts';
import { canonical, digest } from '#rules/chain.ts';
import { testAbout } from './test-about.ts';

/** The clock of a test begins here, while version 1 is in force. */
export const START = '2026-11-22T12:00:00.000Z';
/** Version 2 is in force from this day in New York: from 05:00 UTC. */
const SECOND_FROM = '2026-12-10';
export const SECOND_FROM_INSTANT = '2026-12-10T05:00:00.000Z';
export const THIRD_FROM = '2027-01-10';

export const testFace = (id: string): BrandFace => ({
  id,
  name: 'Testing & Daughters',
  languages: ['en-GB', 'cy'],
  zone: 'America/New_York',
  currency: 'USD',
  theme: { light: { paper: '#ffffff' }, dark: { paper: '#000000' }, both: { radius: '4px' } },
  logo: null,
  signInUrl: null,
});

const recipient = (id: string, role: Recipient['role'], country = 'US'): Recipient => ({
  id,
  name: `Recipient ${id}`,
  does: 'does something',
  role,
  country,
  transfer: null,
});

const use = (id: string, basis: Basis, more: Partial<Use> = {}): Use => ({
  id,
  name: `Use ${id}`,
  purpose: 'ServicePersonalisation',
  why: 'because it helps',
  basis,
  basisText: 'what the basis means',
  items: [id.split('.')[0] === 'purchases' ? 'order_line' : 'record'],
  recipients: [],
  benefit: 'what the customer gets',
  got: null,
  whenOff: { text: 'what changes', collection: 'continues', holding: 'kept', until: null },
  signals: [],
  automated: null,
  grant: 'press',
  statement: null,
  lasts: null,
  retention: 'P2Y',
  ...more,
});

/** An item beside the first, for uses that every version of the notice has. */
const item = (id: string, name: string, uses: string[]): Item => ({ id, name, uses, required: 'optional' });

const category = (id: string, source: Category['source'], uses: Use[], items: Item[] = []): Category => ({
  id,
  name: `Category ${id}`,
  what: 'what it holds',
  source,
  passive: false,
  sensitive: id === 'health',
  items: [
    {
      id: id === 'purchases' ? 'order_line' : 'record',
      name: 'A record',
      uses: uses.map((one) => one.id),
      required: 'optional',
    },
    ...items,
  ],
  retention: { period: 'P6Y', text: 'six years' },
  storedIn: 'New York',
  held: 'some',
  heldNone: 'nothing yet',
  uses,
});

const steps = { logic: 'how it is computed', effects: 'what follows from it' };

/** Every basis, every way to grant, a lapse, and signals; what changes from version to version is below. */
const categoriesOf = (version: number): Category[] => [
  category('purchases', 'given', [
    use('purchases.delivery', 'contract'),
    use('purchases.accounting', 'legal_obligation'),
    // Version 2 gives it to one more recipient, version 3 takes that back.
    use('purchases.recommendations', 'consent', {
      recipients: version === 2 ? ['helper', 'partner'] : ['helper'],
      got: { counting: 'pick_ordered', message: 'some', none: 'nothing yet', how: 'by counting' },
    }),
    use('purchases.insight', 'legitimate_interest'),
    use('purchases.partners', 'legitimate_interest', { recipients: ['partner'] }),
  ]),
  category(
    'browsing',
    'observed',
    [
      use('browsing.ads', 'opt_out', { items: ['record', 'visit'], signals: ['share', 'cross_context_ads'] }),
      use('browsing.sale', 'opt_out', { signals: ['sale'], recipients: ['buyer'] }),
      use('browsing.offers', 'consent', { signals: ['share'] }),
    ],
    [item('visit', 'Your last visit', ['browsing.ads'])],
  ),
  category('health', 'given', [
    use('health.advice', 'explicit_consent', { grant: 'words', statement: 'I agree that my health data is used.' }),
    use('health.emergency', 'vital_interests'),
  ]),
  category('location', 'observed', [use('location.nearby', 'consent', { lasts: 'P14D' })]),
  category(
    'profile',
    'concluded',
    [
      use('profile.statistics', 'public_task', { items: ['record', 'conclusion', 'forbidden', 'answer'] }),
      // Version 2 no longer has the score, and asks for a survey instead.
      version === 1
        ? use('profile.score', 'consent', { grant: 'two_steps', automated: steps })
        : use('profile.survey', 'consent', { grant: 'two_steps', automated: steps }),
    ],
    [
      item('conclusion', 'What we concluded', ['profile.statistics']),
      item('forbidden', 'What we may not conclude', ['profile.statistics']),
      item('answer', 'What you told us', ['profile.statistics']),
    ],
  ),
];

const effectiveFrom = ['2026-01-01', SECOND_FROM, THIRD_FROM];

const noticeOf = (brand: string, version: number, language: string): Notice => ({
  brand,
  version,
  language,
  effectiveFrom: effectiveFrom[version - 1] as string,
  controller: {
    name: 'Testing & Daughters',
    legalName: 'Testing and Daughters Ltd',
    address: '1 Test Street',
    email: 'privacy@example.com',
    phone: null,
    dataProtectionOfficer: { name: 'Dee Petersen', email: 'dpo@example.com' },
    authority: { name: 'The Authority', url: 'https://authority.example' },
  },
  intro: language === 'cy' ? 'Beth a wyddom' : 'What we know',
  sources: {
    given: { title: 'You gave it', text: 'by typing it' },
    observed: { title: 'We observed it', text: 'while you looked' },
    concluded: { title: 'We concluded it', text: 'by reckoning' },
    bought: { title: 'We bought it', text: 'from somebody' },
  },
  rights: [{ id: 'access', title: 'See it', text: 'ask us' }],
  recipients: [
    recipient('helper', 'works_for_us'),
    recipient('partner', 'for_itself', 'CA'),
    recipient('buyer', 'pays_for_it'),
  ],
  categories: categoriesOf(version),
  // Nothing of it widened, but the brand asks again in version 3.
  material: version === 3 ? ['location.nearby'] : [],
});

/** One version of the test brand's notice, in English and Welsh, as it would be published. */
export const testEdition = async (brand: string, version: 1 | 2 | 3): Promise<BrandEdition> => {
  const english = noticeOf(brand, version, 'en-GB');
  const hash = await digest(canonical(english));
  return {
    face: testFace(brand),
    about: testAbout,
    notices: { 'en-GB': { notice: english, hash }, cy: { notice: noticeOf(brand, version, 'cy'), hash } },
  };
};
