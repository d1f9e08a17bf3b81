import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrandEdition } from '#backend/published-brand.ts';
import { loadBrand } from '#brand/load-brand.ts';
import { readBrandFiles } from '#server/brand-folders.ts';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';
import { brandKeys, signIn, type BrandKey } from './brand-keys.ts';
import { openSqliteTarget } from './sqlite-target.ts';
import { newWorld } from './world.ts';

/** Our server as somebody else's: a brand that the suite does not know, the machine's clock, a key in a file. */
export const startOwnServer = async (): Promise<{
  base: string;
  key: string;
  issuer: string;
  stop: () => Promise<void>;
}> => {
  const loading = await loadBrand(readBrandFiles('brands/halden-row'));
  if (!loading.ok) throw new Error('The brand cannot be read.');
  const { world } = await newWorld();
  const [, other] = world.editions;
  const edition: BrandEdition = { ...loading.brand, signIn };
  const target = await openSqliteTarget({
    ...world,
    brands: ['halden-row', 'other-brand'],
    editions: [edition, other as BrandEdition],
    now: () => new Date().toISOString(),
  });
  const { own, known } = brandKeys[0] as BrandKey;
  const key = join(temporaryFolder(), 'key.json');
  writeFileSync(key, JSON.stringify({ ...own.export({ format: 'jwk' }), kid: known.kid, alg: known.alg }));
  return { base: `${target.origin}/v1/halden-row`, key, issuer: signIn.issuer, stop: () => target.close() };
};
