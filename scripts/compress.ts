// Writes a brotli copy beside every text file of the built app, so that the server never compresses one twice.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = process.argv[2] ?? 'dist';
const text = /\.(?:html|js|mjs|css|svg|json|txt|webmanifest|xml)$/;
const smallest = 512;

const compress = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

let files = 0;
let before = 0;
let after = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!text.test(name)) continue;
  const bytes = readFileSync(join(folder, name));
  if (bytes.length <= smallest) continue;
  const small = compress(bytes);
  writeFileSync(join(folder, `${name}.br`), small);
  files += 1;
  before += bytes.length;
  after += small.length;
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`Compressed ${files} files: ${kB(before)} to ${kB(after)} with brotli.`);
