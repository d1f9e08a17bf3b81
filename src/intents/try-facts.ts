import type { Choices, ChoiceState, Decided } from '#contract/choices.ts';
import type { Input } from '#contract/contract.ts';
import type { DecisionAnswer, Outcome } from '#contract/decisions.ts';

export const two = ['off', 'on'] as const;
export const four = ['off', 'monthly', 'weekly', 'daily'] as const;

/** The server's clock, which has nothing to do with this browser's. */
export const serverTime = (seq: number): string => new Date(Date.UTC(2026, 10, 22, 14, seq)).toISOString();

export const entryOf = (
  items: Input<'decide'>['items'],
  { seq = 1, raced = false, outcomes = {} }: { seq?: number; raced?: boolean; outcomes?: Record<string, Outcome> } = {},
): DecisionAnswer['entry'] => ({
  seq,
  at: serverTime(seq),
  by: 'customer',
  notice: { version: 1, hash: '0'.repeat(64) },
  items: items.map(({ choice, value }) => ({
    choice,
    value,
    outcome: outcomes[choice] ?? 'applied',
    before: null,
    seq: outcomes[choice] === undefined || outcomes[choice] === 'applied' ? seq : 0,
    until: null,
    gpcAck: false,
  })),
  raced,
  hash: '1'.repeat(64),
});

export const stateOf = (choice: string, effective: string, seq = 0): ChoiceState => {
  const decided: Decided = {
    value: effective,
    at: serverTime(seq),
    by: 'customer',
    notice: 1,
    until: null,
    gpcAck: false,
  };
  const known = seq > 0;
  return {
    choice,
    decided: known ? decided : null,
    effective,
    why: known ? 'customer' : 'default',
    since: known ? decided.at : null,
    seq,
  };
};

export const choicesOf = (states: readonly ChoiceState[], customer = 'a'.repeat(32)): Choices => {
  const seq = Math.max(0, ...states.map((one) => one.seq));
  return {
    customer,
    notice: { version: 1, hash: '0'.repeat(64) },
    seq,
    asOf: serverTime(seq),
    signal: { gpc: false, recordedAt: null },
    choices: [...states],
  };
};
