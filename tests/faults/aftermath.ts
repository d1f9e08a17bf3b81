import { verifyStore } from '#server/verify.ts';
import { every, none, type Figure } from './fault.ts';
import type { Place } from './place.ts';
import type { Findings, Witness } from './witness.ts';

/** What every fault leaves behind is added up over its rounds, so that the table has one line of each. */
export class Tally {
  private readonly found: Record<keyof Findings, string[]> = {
    lost: [],
    twice: [],
    strangers: [],
    breaks: [],
    unequal: [],
  };

  add(findings: Findings): void {
    for (const kind of Object.keys(this.found) as (keyof Findings)[]) this.found[kind].push(...findings[kind]);
  }

  figures(): Figure[] {
    const { lost, twice, strangers, breaks } = this.found;
    return [
      none('acknowledged and lost', lost.length, lost[0]),
      none('applied twice', twice.length, twice[0]),
      none('entries that nobody sent, or that were refused', strangers.length, strangers[0]),
      none('breaks of the chain', breaks.length, breaks[0]),
    ];
  }
}

/**
 * T2, on the database that a fault left behind, with no server on it: the witness reads everything again, and so does
 * the product's own verifier, each with code of its own.
 */
export async function aftermath(place: Place, witness: Witness, tally: Tally): Promise<Figure[]> {
  const tables = await place.tables();
  const subjects = (await tables.states()).size;
  const findings = await witness.check(tables, { anew: true });
  await tables.close();
  tally.add(findings);
  const store = await place.store();
  const verified = await verifyStore(store);
  await store.close();
  return [
    ...tally.figures(),
    every('T2: subjects whose log folds to their state', subjects, subjects - findings.unequal.length),
    none('T2: what the verifier finds', verified.faults.length, verified.faults[0]),
  ];
}
