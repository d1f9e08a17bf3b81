import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrandId, Day } from '#contract/primitives.ts';
import { writeDemoPast } from '#backend/demo-past.ts';
import type { HoldingsStore } from '#backend/holdings-store.ts';
import type { DemoCustomer, Holder } from '#backend/published-brand.ts';
import type { Recorder } from '#backend/record.ts';
import { dayOf } from '#rules/days.ts';
import { recommender } from '#rules/recommend.ts';
import type { MakeExperience, Shop } from '#rules/shop.ts';
import type { LiveBrands } from './brands.ts';
import { findSubject, listIdentifiers } from './store/identifiers.ts';
import type { Database } from './store/schema.ts';

/** How `openSession({demo})` names a made-up customer to the store. */
const identifierOf = (persona: string): string => `demo:${persona}`;

/** The made-up customers that were loaded of a brand. */
export async function loadedPersonas(database: Database, brand: BrandId): Promise<readonly string[]> {
  const identifiers = await listIdentifiers(database, brand, identifierOf(''));
  return identifiers.map((identifier) => identifier.slice(identifierOf('').length));
}

/** A brand's made-up customers, as the tables say it now. */
export const demoHolder = (database: Database, holdings: HoldingsStore, brand: BrandId): Pick<Holder, 'demo'> => ({
  async demo(persona) {
    const subject = await findSubject(database, brand, identifierOf(persona));
    const now = subject && (await holdings.read(subject));
    // Their past is in the log since they were loaded; there is nothing left to decide for them.
    return now && { name: now.holdings.customer.name, holdings: now.holdings, decisions: [] };
  },
});

/** What customers meet in the made-up shop of a brand's folder, read when it is first asked for; a real brand has none. */
export function demoExperience(brandFolder: string): Pick<Holder, 'experience'> {
  const file = join(brandFolder, 'demo', 'shop.ts');
  if (!existsSync(file)) return {};
  let made: Promise<MakeExperience> | null = null;
  return { experience: async (asked) => (await (made ??= experienceIn(file)))(asked) };
}

async function experienceIn(file: string): Promise<MakeExperience> {
  const { shop } = (await import(pathToFileURL(file).href)) as { shop: () => Shop };
  return recommender(shop());
}

type Generate = (persona: string, today: Day, zone: string) => DemoCustomer;

/**
 * Loads the made-up customers that are not there yet: first their decisions, through the same rules and at the times
 * they were made, then what is held about them, which marks them as loaded. Killed in between, it begins again.
 */
export async function loadDemoCustomers(
  folder: string,
  brands: LiveBrands,
  ports: Recorder & { readonly holdings: HoldingsStore },
): Promise<void> {
  for (const id of brands.ids()) {
    const served = await brands.find(id);
    for (const persona of brands.personas(id)) {
      const subject = await ports.subjects.subjectFor(id, identifierOf(persona));
      if (!served || (await ports.holdings.read(subject))) continue;
      const generate = await generatorIn(join(folder, id));
      const { zone } = served.brand.face;
      const customer = generate(persona, dayOf(ports.now(), zone), zone);
      await writeDemoPast(ports, served.brand, subject, customer);
      await ports.holdings.add(subject, customer.holdings);
    }
  }
}

async function generatorIn(brandFolder: string): Promise<Generate> {
  const file = join(brandFolder, 'demo', 'customer.ts');
  const { demoCustomer } = (await import(pathToFileURL(file).href)) as { demoCustomer: Generate };
  return demoCustomer;
}
