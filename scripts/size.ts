// Weighs what a first visit downloads before the page can answer a press: its script, and the looks beside it. Run it
// after a build; it fails above the limit, so that weight is added knowingly or not at all.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const limit = 106_750;
const folder = process.argv[2] ?? 'dist';

const read = (file: string): string => {
  if (!existsSync(join(folder, file))) throw new Error(`There is no ${join(folder, file)}. Run npm run build first.`);
  return readFileSync(join(folder, file), 'utf8');
};

/** The English words of the first page: the page asks for them by itself, in the language of the visit. */
const words = (JSON.parse(read('.vite/manifest.json')) as Record<string, { file: string }>)[
  'src/i18n/locales/en/page.po'
];
if (!words) throw new Error('The build has no words for the first page.');

/** What index.html names. */
const named = [...read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);

const sizeOf = (file: string): number =>
  brotliCompressSync(readFileSync(join(folder, file)), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    },
  }).length;

const print = (what: string, bytes: number): void => console.log(`${bytes.toLocaleString('en').padStart(9)}  ${what}`);

const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const size = sizeOf(file);
    print(file, size);
    return sum + size;
  }, 0);

const script = weigh([...named.filter((file) => file.endsWith('.js')), words.file]);
print(`the first page's script, brotli; at most ${limit.toLocaleString('en')}`, script);
print('its looks', weigh(named.filter((file) => file.endsWith('.css'))));
if (script > limit) {
  console.error(`The first page's script is ${(script - limit).toLocaleString('en')} bytes too heavy.`);
  process.exitCode = 1;
}
