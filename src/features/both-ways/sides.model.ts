import type { Experience, Preview, ShownThing } from '#contract/preview.ts';
import type { Voice } from '#i18n/voice.ts';
import { bothWaysStrings, changed, lowerPrice, reasonWords, allOf } from './both-ways.strings.ts';
import type { Target } from './target.model.ts';

/** One thing as a customer would meet it. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly price: string;
  readonly reason: string;
  /** The path of its picture; null = there is none. */
  readonly picture: string | null;
}

/** One of the two panels. Both are made of the same parts, so that neither can look better than the other. */
export interface Side {
  readonly id: 'with' | 'without' | 'same';
  readonly name: string;
  readonly note: string;
  /** What stands over the things; null = on neither side anything does. */
  readonly headline: string | null;
  readonly things: readonly Thing[];
  /** Said where there are no things. */
  readonly empty: string;
}

const thingOf = ({ say, money }: Voice, { product, name, price, picture, reason }: ShownThing): Thing => {
  const { shelf, paid, currency } = price;
  return {
    id: product,
    name,
    price: paid < shelf ? say(lowerPrice(money(paid, currency), money(shelf, currency))) : money(paid, currency),
    reason: say(reasonWords[reason.kind](reason.of)),
    picture,
  };
};

/** The two panels, "on" first; one where nothing that the customer would see changes. */
export function sidesOf(voice: Voice, preview: Preview, target: Target): readonly Side[] {
  const { say } = voice;
  const { with: on, without: off, today, same } = preview;
  const headed = on.headline !== null || off.headline !== null;
  const side = (id: Side['id'], { headline, things }: Experience, name: string, note: string): Side => ({
    id,
    name,
    note,
    headline: headed ? (headline ?? say(bothWaysStrings.noHeadline)) : null,
    things: things.map((thing) => thingOf(voice, thing)),
    empty: say(bothWaysStrings.nothingShown),
  });
  if (same) return [side('same', on, say(bothWaysStrings.onOrOff), say(bothWaysStrings.today))];
  const noteOf = (id: 'with' | 'without'): string => {
    if (today === id) return say(bothWaysStrings.today);
    return say(target.uses.length > 1 ? allOf[id](target.uses.length) : bothWaysStrings.would);
  };
  return [
    side('with', on, say(bothWaysStrings.on), noteOf('with')),
    side('without', off, say(bothWaysStrings.off), noteOf('without')),
  ];
}

/** What makes a thing another one to the customer: itself, and what they would pay. */
const key = ({ product, price }: ShownThing): string => `${product} ${price.paid}`;

/** How much of it changes, in one sentence; null where nothing does. */
export function changesOf({ say }: Voice, { with: on, without: off, same }: Preview): string | null {
  if (same) return null;
  const before = new Set(off.things.map(key));
  const others = on.things.filter((thing) => !before.has(key(thing))).length;
  const more = Math.abs(on.things.length - off.things.length);
  const count = Math.max(others, more);
  if (count > 0) return say(changed(count, Math.max(on.things.length, off.things.length)));
  return say(on.headline === off.headline ? bothWaysStrings.otherOrder : bothWaysStrings.otherHeadline);
}
