import type { Entry } from '#contract/decisions.ts';
import type { Claim, Press } from './watch.ts';

/** What a browser showed and was pressed, against what the log says. */
export interface Evidence {
  readonly presses: readonly Press[];
  readonly claims: readonly Claim[];
  /** The log of the customer, oldest first. */
  readonly entries: readonly Entry[];
  /** The optional uses of the brand, and what holds for each while nobody has decided. */
  readonly initial: ReadonlyMap<string, string>;
}

const belongs = (choice: string, { about, id }: Pick<Press, 'about' | 'id'>): boolean =>
  about === 'everything' || (about === 'use' ? choice === id : choice.startsWith(`${id}.`));

const usesIn = (initial: Evidence['initial'], category: string): number =>
  [...initial.keys()].filter((choice) => choice.startsWith(`${category}.`)).length;

/** Every "saved" that was on the screen has its row in the log, made before it was shown and saying what was shown. */
export function falseClaims({ claims, entries, initial }: Evidence): string[] {
  return claims.flatMap((claim) => {
    const entry = entries.find(({ seq }) => seq === claim.seq);
    const items = entry?.items.filter((item) => item.outcome === 'applied' && belongs(item.choice, claim)) ?? [];
    const told = `"Saved" beside ${claim.about} ${claim.id}, receipt ${claim.seq}`;
    if (!entry || items.length === 0) return [`${told}: no row`];
    if (Date.parse(entry.at) > claim.at) return [`${told}: shown before it was stored`];
    // A category's switch is on while one of its uses is: only a row about all of them says what it must show.
    const all = claim.about === 'use' ? 1 : usesIn(initial, claim.id);
    const speaks = claim.checked !== null && items.length === all;
    const agrees = !speaks || items.some(({ value }) => (value !== 'off') === claim.checked);
    return agrees
      ? []
      : [`${told}: the switch showed ${claim.checked ? 'on' : 'off'}, the row says ${items[0]?.value}`];
  });
}

/** Choices whose last press was "off", and that are on in the end. */
export function keptOn({ presses, entries, initial }: Evidence): string[] {
  const standing = new Map(initial);
  for (const { items } of entries)
    for (const { choice, value, outcome } of items) if (outcome === 'applied') standing.set(choice, value);
  const wanted = new Map<string, Press>();
  for (const press of presses.toSorted((a, b) => a.at - b.at)) {
    // The switch of a category with several uses turns nothing on by itself: it asks, and its answer is another press.
    if (press.to === 'on' && press.about === 'category' && usesIn(initial, press.id) > 1) continue;
    for (const choice of initial.keys()) if (belongs(choice, press)) wanted.set(choice, press);
  }
  return [...wanted]
    .filter(([choice, { to }]) => to === 'off' && standing.get(choice) !== 'off')
    .map(([choice, { at, about }]) => `${choice}: turned off (${about}) at ${new Date(at).toISOString()}, and is on`);
}
