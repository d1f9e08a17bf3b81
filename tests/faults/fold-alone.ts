/** The fold of a log, written apart from the product's: what T2 compares the stored state with. */
export interface AloneState {
  readonly seq: number;
  readonly choices: Readonly<Record<string, { readonly seq: number; readonly decided: unknown }>>;
  readonly signalAt: string | null;
}

interface Body {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly notice: { readonly version: number };
  readonly items: readonly {
    readonly choice: string;
    readonly value: string;
    readonly outcome: string;
    readonly until: string | null;
    readonly gpcAck: boolean;
  }[];
}

export const newState: AloneState = { seq: 0, choices: {}, signalAt: null };

export function foldAlone(before: AloneState, { seq, at, by, notice, items }: Body): AloneState {
  const choices = { ...before.choices };
  for (const { choice, value, outcome, until, gpcAck } of items) {
    if (outcome === 'applied')
      choices[choice] = { seq, decided: { value, at, by, notice: notice.version, until, gpcAck } };
  }
  return { seq, choices, signalAt: before.signalAt ?? (by === 'gpc' ? at : null) };
}

/** The same text for the same state, whatever the order of its fields. */
export const stateText = (state: unknown): string =>
  JSON.stringify(state, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
