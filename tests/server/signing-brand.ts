import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '#tests/conformance/brand-keys.ts';
import { brand } from './http-client.ts';
import { smallBrands } from './test-server.ts';

/** The retailer's brand as it signs its customers in with the suite's keys, in a folder that a test may change. */
export function signingBrands(): string {
  const folder = smallBrands();
  appendFileSync(join(folder, brand, 'brand.yaml'), `signIn: ${JSON.stringify(signIn)}\n`);
  return folder;
}
