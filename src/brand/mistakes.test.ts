import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brandFiles, withChange } from '#tests/brand-files.ts';
import { loadBrand } from './load-brand.ts';
import { problemLine } from './problem.ts';

const problemsOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
  const result = await loadBrand(files);
  return result.ok ? ['it loaded'] : result.problems.map(problemLine);
};

/** Either a brand with all its languages, or problems: nothing between, and nothing thrown. */
const isWhole = async (files: Readonly<Record<string, string>>): Promise<boolean> => {
  const result = await loadBrand(files);
  return result.ok ? Object.keys(result.brand.notices).length === 2 : result.problems.length > 0;
};

/** What was done, the file, what stood there, what stands there now, and everything the loader must say. */
type Mistake = readonly [title: string, file: string, from: string, to: string, said: readonly string[]];

const check = (mistakes: readonly Mistake[]): void => {
  test.each(mistakes)('%s', async (_, file, from, to, said) => {
    expect(await problemsOf(withChange(file, from, to))).toEqual(said);
  });
};

const words = 'languages/en-GB.yaml';

describe('In brand.yaml the loader names line and mend of', () => {
  check([
    [
      'a misspelt key',
      'brand.yaml',
      'currency:',
      'curency:',
      ['brand.yaml:12: "curency" is not a key that is known here. Did you mean "currency"?'],
    ],
    [
      'a missing key',
      'brand.yaml',
      'zone: Europe/London\n',
      '',
      ['brand.yaml:2: "zone" is missing. Write a time zone such as Europe/London. Days and years are counted in it.'],
    ],
    [
      'an empty value',
      'brand.yaml',
      'name: Plain Shop\n',
      'name:\n',
      ['brand.yaml:3: "name" is empty. Write the name customers know the brand by.'],
    ],
    [
      'an e-mail address that is none',
      'brand.yaml',
      'email: privacy@',
      'email: privacy at ',
      [
        'brand.yaml:7: "email" is "privacy at plainshop.example". Write an e-mail address, such as privacy@example.com.',
      ],
    ],
    [
      'a zone that does not exist',
      'brand.yaml',
      'Europe/London',
      'Europe/Lodon',
      ['brand.yaml:11: "Europe/Lodon" is not a time zone. Did you mean "Europe/London"?'],
    ],
    [
      'a currency that does not exist',
      'brand.yaml',
      'GBP',
      'GPB',
      ['brand.yaml:12: "GPB" is not a currency. Write three capital letters of ISO 4217, such as GBP or EUR.'],
    ],
    [
      'a country that does not exist',
      'brand.yaml',
      '[GB]',
      '[UK]',
      ['brand.yaml:13: "UK" is not a country. Did you mean "GB"?'],
    ],
    [
      'a language without a file',
      'brand.yaml',
      '[en-GB, cy]',
      '[en-GB, cy, fr]',
      ['brand.yaml:10: There is no file for "fr". Add languages/fr.yaml, or take the language off the list.'],
    ],
    [
      'a file without a language',
      'brand.yaml',
      '[en-GB, cy]',
      '[en-GB]',
      ['languages/cy.yaml:1: "cy" is not among the languages of brand.yaml. Add it there, or remove this file.'],
    ],
    [
      'a language listed twice',
      'brand.yaml',
      '[en-GB, cy]',
      '[en-GB, cy, cy]',
      ['brand.yaml:10: "cy" is listed twice. Keep one.'],
    ],
    [
      'a frame that is not https',
      'brand.yaml',
      '[https://',
      '[http://',
      [
        'brand.yaml:15: Entry 1 of "frameAncestors" is "http://www.plainshop.example". Write the address of a site without a path, such as https://www.example.com.',
      ],
    ],
  ]);
});

describe('In YAML the loader refuses', () => {
  check([
    [
      'a key given twice',
      'brand.yaml',
      'zone: Europe/London\n',
      'zone: Europe/London\nzone: UTC\n',
      ['brand.yaml:12: This key stands here twice. Keep one.'],
    ],
    ['an anchor', 'brand.yaml', 'zone: Europe', 'zone: &z Europe', ['brand.yaml:11: "&z" is an anchor. Remove it.']],
    [
      'an alias',
      'brand.yaml',
      'currency: GBP',
      'currency: *z',
      ['brand.yaml:12: "*z" is an alias. Write the value itself here.'],
    ],
    [
      'a merge key',
      'brand.yaml',
      'currency: GBP',
      '<<: { currency: GBP }',
      ['brand.yaml:12: "<<" cannot be a key. Remove it.'],
    ],
    [
      'a key that reaches for the prototype',
      'brand.yaml',
      'currency: GBP',
      '__proto__: { currency: GBP }',
      ['brand.yaml:12: "__proto__" cannot be a key. Remove it.'],
    ],
    [
      'a sign that is half of one',
      'brand.yaml',
      'name: Plain Shop\n',
      'name: "Plain \\ud800 Shop"\n',
      ['brand.yaml:3: The text holds a sign that cannot be written. Type it again.'],
    ],
    [
      'text that is not YAML',
      'theme.yaml',
      'radius: 8',
      'radius: "8',
      [
        expect.stringMatching(
          /^theme\.yaml:\d: This is not YAML that can be read: Missing closing "quote\. Check quotes, colons/,
        ),
      ],
    ],
  ]);

  test('a bomb of aliases, at once', async () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghi'.split('').map((to, at) => `${to}: &${to} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
    ];
    const said = await problemsOf({ ...brandFiles, 'theme.yaml': bomb.join('\n') });
    expect(said[0]).toBe('theme.yaml:1: "&a" is an anchor. Remove it.');
  });

  test('a file too long to be written by hand', async () => {
    const said = await problemsOf({ ...brandFiles, 'theme.yaml': `# ${'x'.repeat(400_000)}` });
    expect(said).toEqual([
      'theme.yaml:1: The file has more than 400000 characters. Check that the right file was copied here.',
    ]);
  });

  test('a file that is empty, one that is missing, and one that no brand has', async () => {
    const { 'notice.yaml': _, ...files } = brandFiles;
    expect(await problemsOf({ ...files, 'theme.yaml': '# nothing\n', 'notices.yaml': 'version: 1' })).toEqual([
      'notice.yaml:1: There is no notice.yaml. Add it as docs/brand-files.md shows.',
      'notices.yaml:1: A brand has no file of this name. Did you mean notice.yaml?',
      'theme.yaml:1: The file is empty. Fill it as docs/brand-files.md shows.',
    ]);
  });
});

describe('In theme.yaml the loader names line and mend of', () => {
  check([
    [
      'a colour that YAML takes for a remark',
      'theme.yaml',
      'accent: "#005b82"',
      'accent: #005b82',
      ['theme.yaml:1: "accent" is empty. Write the colour of actions and of "on", in quotes, such as "#0b6b8f".'],
    ],
    [
      'a radius out of bounds',
      'theme.yaml',
      'radius: 8',
      'radius: 20',
      ['theme.yaml:4: "radius" is "20". Write a whole number from 0 to 16: how round corners are, in pixels.'],
    ],
    [
      'a font that would write CSS',
      'theme.yaml',
      'font: Inter',
      'font: "Inter; } body { color: red"',
      [
        'theme.yaml:3: "font" is "Inter; } body { color: red". Write the word system, or names of fonts with commas between, such as Inter, Arial.',
      ],
    ],
    [
      'a density that does not exist',
      'theme.yaml',
      'comfortable',
      'cosy',
      ['theme.yaml:5: "density" is "cosy", which is not known. Known: comfortable, compact.'],
    ],
    [
      'something a brand cannot set',
      'theme.yaml',
      'radius: 8',
      'radius: 8\nfocus: "#ff0000"',
      ['theme.yaml:5: "focus" is not a key that is known here. Known: accent, tint, font, radius, density.'],
    ],
  ]);
});

describe('Of words the loader names line and mend of', () => {
  check([
    [
      'a missing word',
      words,
      '        why: To bring it.\n',
      '',
      [`${words}:40: "why" is missing. Write words for the customer, 1 to 2,000 characters.`],
    ],
    [
      'a misspelt key',
      words,
      'name: Deliver\n',
      'nam: Deliver\n',
      [`${words}:41: "nam" is not a key that is known here. Did you mean "name"?`],
    ],
    [
      'an item without words',
      words,
      '      note: Your notes\n',
      '',
      [`${words}:36: item "note" of notice.yaml has no words here. Add "note" under categories, orders, items.`],
    ],
    [
      'a use without words',
      words,
      '      deliver:\n',
      '      delivery:\n',
      [`${words}:40: There is no use "delivery" in notice.yaml, category "orders". Did you mean "deliver"?`],
    ],
    [
      'words for a use that does not exist',
      words,
      '      note: Your notes\n',
      '      note: Your notes\n      zebra: Stripes\n',
      [`${words}:39: There is no item "zebra" in notice.yaml, category "orders". Known: order, note.`],
    ],
    [
      'a right without words',
      words,
      '  access: { title: See it, text: Ask for a copy. }\n',
      '',
      [`${words}:14: right "access" of notice.yaml has no words here. Add "access" under rights.`],
    ],
    [
      'a source without words',
      words,
      '  bought: { title: We bought it, text: What others sold us. }\n',
      '',
      [`${words}:2: "bought" is missing. Write below it title, text.`],
    ],
    [
      'a basis without its sentence',
      words,
      '  consent: Only if you say yes.\n',
      '',
      [`${words}:7: A use rests on consent, and there is no sentence for it. Add "consent" under bases.`],
    ],
    [
      'a sentence for a basis nobody uses',
      words,
      '  contract: Our',
      '  public_task: We must.\n  contract: Our',
      [`${words}:8: No use rests on "public_task". Remove the line.`],
    ],
    [
      'a legitimate interest that is not named',
      words,
      '        interest: We want pages that work.\n',
      '',
      [`${words}:58: "interest" is missing. It is needed for a use on legitimate_interest. Add it.`],
    ],
    [
      'a legal duty without its law',
      words,
      '        law: The VAT Act asks for six years.\n',
      '',
      [`${words}:45: "law" is missing. It is needed for a use on legal_obligation or public_task. Add it.`],
    ],
    [
      'explicit consent without a statement',
      words,
      '        statement: You may use my prescription to fit lenses.\n',
      '',
      [`${words}:78: "statement" is missing. It is needed for a use that is turned on in words. Add it.`],
    ],
    [
      'a statement where nothing is stated',
      words,
      'why: To earn money.',
      'why: To earn money.\n        statement: I agree.',
      [
        `${words}:67: "statement" has no place here. It is only for a use that is turned on in words. Remove it, or mend notice.yaml.`,
      ],
    ],
    [
      'an automated decision without its logic',
      words,
      '        automated: { logic: We compare orders., effects: You see other things. }\n',
      '',
      [`${words}:51: "automated" is missing. It is needed for a use with automated: true. Add it.`],
    ],
    [
      'a safeguard that is not told',
      words,
      ', safeguard: They are certified.',
      '',
      [`${words}:26: "safeguard" is missing: recipient "adreach" has copyAt. Say how the data is protected there.`],
    ],
    [
      'a safeguard that no one can look up',
      words,
      'does: sells lists',
      'does: sells lists, safeguard: None',
      [`${words}:27: recipient "panelcorp" has no copyAt in notice.yaml. Add it there, or remove this.`],
    ],
    [
      'a message that names an unknown value',
      words,
      '{oldest}',
      '{oldst}',
      [`${words}:34: The message names "{oldst}", which is no value here. Did you mean "oldest"?`],
    ],
    [
      'a message that is not closed',
      words,
      '{oldest}',
      '{oldest',
      [`${words}:34: The message cannot be read: invalid syntax at character 62. Check that braces come in pairs.`],
    ],
    [
      'a value of another message',
      words,
      '{since, date, month}',
      '{order_count}',
      [`${words}:56: The message names "{order_count}", which is no value here. Known: amount, currency, since.`],
    ],
  ]);
});

describe('The loader', () => {
  test('says everything that is wrong in all files at once, by file and line', async () => {
    const files = {
      ...withChange('notice.yaml', 'recipients: [parcelly]', 'recipients: [parcely]'),
      'theme.yaml': withChange('theme.yaml', 'radius: 8', 'radius: 99')['theme.yaml'] ?? '',
      'brand.yaml': withChange('brand.yaml', 'currency:', 'curency:')['brand.yaml'] ?? '',
      [words]: (withChange(words, '        why: To bring it.\n', '')[words] ?? '').replace('{oldest}', '{oldst}'),
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>',
    };
    expect(await problemsOf(files)).toEqual([
      'brand.yaml:12: "curency" is not a key that is known here. Did you mean "currency"?',
      `${words}:34: The message names "{oldst}", which is no value here. Did you mean "oldest"?`,
      `${words}:40: "why" is missing. Write words for the customer, 1 to 2,000 characters.`,
      expect.stringMatching(/^logo\.svg:1: <script> is not allowed in a logo\./),
      'notice.yaml:20: use "deliver" names recipient "parcely", which is not in recipients. Did you mean "parcelly"?',
      expect.stringMatching(/^theme\.yaml:4: "radius" is "99"\./),
    ]);
  });

  test('never throws and never half-loads, whichever line of whichever file is lost', { timeout: 60_000 }, async () => {
    for (const [file, text] of Object.entries(brandFiles).filter(([name]) => !name.endsWith('cy.yaml'))) {
      const lines = text.split('\n');
      for (const index of lines.keys()) {
        const without = lines.toSpliced(index, 1).join('\n');
        expect(await isWhole({ ...brandFiles, [file]: without }), `${file}:${index + 1}`).toBe(true);
      }
    }
  });

  test('never throws and never half-loads, whatever is typed into a file', { timeout: 60_000 }, async () => {
    const typed = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '[]',
        ': ',
        '- ',
        '#',
        '"',
        '\n',
        '  ',
        '0',
        'null',
        'true',
        '"\\ud800"',
        '\u0000',
        '*a',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(brandFiles)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(6),
        typed,
        async (file, where, cut, text) => {
          const before = brandFiles[file] ?? '';
          const at = Math.floor(where * before.length);
          const after = before.slice(0, at) + text + before.slice(at + cut);
          expect(await isWhole({ ...brandFiles, [file]: after })).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
