import type { VerifiedStore } from './verify.ts';

const shown = 50;

/** Says what was found, the faults on stderr; true = the store is sound. */
export function sayVerified({ subjects, entries, faults }: VerifiedStore): boolean {
  for (const fault of faults.slice(0, shown)) console.error(fault);
  if (faults.length > shown) console.error(`And ${faults.length - shown} more.`);
  console.log(
    `${subjects} subjects and ${entries} entries were read. ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
  );
  return faults.length === 0;
}
