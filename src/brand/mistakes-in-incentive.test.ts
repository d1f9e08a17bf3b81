import { describe, expect, test } from 'vitest';
import { brandFiles } from '#tests/brand-files.ts';
import { loadBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

const bones = 'paid: true\n        incentive: { categories: [orders], value: 3.2 }';
const words = `
        incentive:
          summary: Lower prices for your orders.
          terms: We look at your orders.
          method: We shared out what it earned.
          relation: You save more than that.
          join: Turn it on.
          leave: Turn it off.
          kept: You keep what you saved.`;

interface Brand {
  readonly place?: string;
  /** What stands in notice.yaml at the use "picks" beside its counting. */
  readonly notice: string;
  readonly counting?: string;
  readonly said?: string;
}

/** The brand with one use that is paid for, its words in both languages. */
const files = ({ place = 'GB', notice, counting = 'pick_ordered', said = '' }: Brand): Record<string, string> => ({
  ...brandFiles,
  'brand.yaml': (brandFiles['brand.yaml'] ?? '').replace('[GB]', `[${place}]`),
  'notice.yaml': (brandFiles['notice.yaml'] ?? '').replace(
    'counting: pick_ordered',
    `counting: ${counting}\n        ${notice}`,
  ),
  ...Object.fromEntries(
    ['en-GB', 'cy'].map((tag) => {
      const path = `languages/${tag}.yaml`;
      const anchor = 'whenOff: You see bestsellers.';
      return [path, (brandFiles[path] ?? '').replace(anchor, `${anchor}${said}`)];
    }),
  ),
});

const problemsOf = async (brand: Brand): Promise<string[]> => {
  const result = await loadBrand(files(brand));
  return result.ok ? [] : result.problems.map(problemLine).filter((line) => !line.startsWith('languages/cy'));
};

const reads = (list: string) => ({
  ...brandFiles,
  'notice.yaml': (brandFiles['notice.yaml'] ?? '').replace(
    'uses: [picks, sale], required: optional',
    `uses: [picks, sale], required: optional, reads: [${list}]`,
  ),
});

describe('A use that is paid for with data', () => {
  test('carries its whole notice to the customer, its value in the brand’s currency', async () => {
    const loaded = await loadBrand(files({ notice: bones, said: words }));
    if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
    const uses = loaded.brand.notices['en-GB']?.notice.categories.flatMap((category) => category.uses);
    expect(uses?.find((use) => use.id === 'orders.picks')?.incentive).toEqual({
      summary: 'Lower prices for your orders.',
      terms: 'We look at your orders.',
      categories: ['orders'],
      value: { amount: 320, currency: 'GBP' },
      method: 'We shared out what it earned.',
      relation: 'You save more than that.',
      join: 'Turn it on.',
      leave: 'Turn it off.',
      kept: 'You keep what you saved.',
    });
  });

  test('needs no notice where no law wants one', async () => {
    expect(await problemsOf({ notice: 'paid: true' })).toEqual([]);
  });

  test('is refused in California until its notice is whole, and told what is missing', async () => {
    expect(await problemsOf({ place: 'GB, US-CA', notice: 'paid: true' })).toEqual([
      'notice.yaml:26: use "picks" is paid for with data, and the law of US-CA (11 CCR §7016) wants a notice of it. Missing are categories and value: add incentive: { categories, value } here, and incentive with summary, terms, method, relation, join, leave, kept to its words.',
    ]);
    expect(await problemsOf({ place: 'GB, US-CA', notice: bones, said: words })).toEqual([]);
  });

  test.each(['GB', 'GB, US-CA'])('is refused half-written wherever its customers live (%s)', async (place) => {
    expect(await problemsOf({ place, notice: bones })).toEqual([
      'languages/en-GB.yaml:51: "incentive" is missing. It is needed for a use with incentive. Add it.',
    ]);
    expect(await problemsOf({ place, notice: bones, said: words.replace(/\n {10}(method|kept): .*/g, '') })).toEqual([
      'languages/en-GB.yaml:56: "kept" is missing. Write what the customer keeps after leaving.',
      'languages/en-GB.yaml:56: "method" is missing. Write how you estimated what the data is worth.',
    ]);
    expect(await problemsOf({ place, notice: bones.replace(', value: 3.2', ''), said: words })).toEqual([
      'notice.yaml:34: "value" is missing. Write what the data is worth to you, a year and customer, such as 3.20.',
    ]);
  });

  test('is not left out in California by calling a lower price a benefit', async () => {
    expect(await problemsOf({ place: 'US-CA', counting: 'member_price', notice: '' })).toContain(
      'notice.yaml:32: use "picks" gives a lower price for data, which the law of US-CA (11 CCR §7016) calls an incentive. Add paid: true, and its incentive.',
    );
  });

  test('can be left, names kinds of data that are there, and is called paid', async () => {
    const contract = { ...files({ notice: '' }) };
    contract['notice.yaml'] = (contract['notice.yaml'] ?? '').replace(
      'recipients: [parcelly]\n        retention',
      'recipients: [parcelly]\n        paid: true\n        retention',
    );
    const result = await loadBrand(contract);
    expect(result.ok ? [] : result.problems.map(problemLine)).toEqual([
      'notice.yaml:21: use "deliver" rests on contract and cannot be left. What is paid for needs a switch: change the basis, or remove paid.',
    ]);
    expect(await problemsOf({ notice: bones.replace('[orders]', '[order]'), said: words })).toEqual([
      'notice.yaml:34: incentive of use "picks" names category "order", which is not there. Did you mean "orders"?',
    ]);
    expect(await problemsOf({ notice: bones.replace('paid: true\n        ', ''), said: words })).toEqual([
      'notice.yaml:33: use "picks" has an incentive and is not paid. Add paid: true, or remove incentive.',
    ]);
  });
});

test('What a page reads of a browser is told once for each item', async () => {
  const whole = await loadBrand(reads('browser, ip_address'));
  expect(whole.ok && whole.brand.notices['en-GB']?.notice.categories[0]?.items[1]?.reads).toEqual([
    'browser',
    'ip_address',
  ]);
  const wrong = await loadBrand(reads('browser, cookie, browser'));
  expect(wrong.ok ? [] : wrong.problems.map(problemLine)).toEqual([
    expect.stringMatching(
      /^notice\.yaml:15: Entry 2 of "reads" is "cookie", which is not known\. Known: browser, screen/,
    ),
  ]);
  const twice = await loadBrand(reads('browser, browser'));
  expect(twice.ok ? [] : twice.problems.map(problemLine)).toEqual([
    'notice.yaml:15: "browser" is listed twice. Keep one.',
  ]);
});
