import type { ChoiceState } from '#contract/choices.ts';
import type { Category, Use } from '#contract/notice.ts';
import { isOptional } from '#rules/options.ts';

/** What the backend has confirmed, by choice. Everything that is said to be true is read from here. */
export type Stored = Readonly<Record<string, ChoiceState | undefined>>;

export const optionalUses = (category: Category): readonly Use[] => category.uses.filter(isOptional);
export const alwaysUses = (category: Category): readonly Use[] => category.uses.filter((use) => !isOptional(use));

/** Is data used for this now: by contract or law always, else as the record says. Unknown is off. */
export const inEffect = (use: Use, stored: Stored): boolean =>
  !isOptional(use) || (stored[use.id]?.effective ?? 'off') !== 'off';

/** Since when all of these uses hold as they do: the latest of their days; null where one held from the start. */
export function sinceAll(uses: readonly Use[], stored: Stored): string | null {
  const days = uses.map((use) => stored[use.id]?.since ?? null);
  return days.reduce<string | null>(
    (latest, day) => (latest === null || day === null ? null : day > latest ? day : latest),
    days[0] ?? null,
  );
}
