import { afterAll, expect, test } from 'vitest';
import { removeFolders } from '#tests/server/temporary-folder.ts';
import { badTokens } from './bad-tokens.ts';
import { f2 } from './f2-tokens.ts';

afterAll(removeFolders);

/** `F2_VARIANTS=20000` tries as many as the figure of F2 asks for. */
const variants = Number(process.env['F2_VARIANTS'] ?? 1_500);

test(
  'F2: of forged, broken and replayed sign-in tokens none opens a session, and all are refused alike',
  { timeout: 600_000 },
  async () => {
    const { accepted, good, goodAccepted, broken, refusals, seed } = await f2(variants);
    console.info(
      `F2: ${variants} variants of ${Object.keys(badTokens).length} kinds, seed ${seed}, ${accepted.length} accepted`,
    );
    expect(accepted).toEqual([]);
    expect(broken).toEqual([]);
    expect(refusals).toHaveLength(1);
    expect(good).toBeGreaterThan(variants / 100);
    expect(goodAccepted).toBe(good);
  },
);
