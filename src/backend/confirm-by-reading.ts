import { BackendError, type Backend, type CallOptions } from './port.ts';
import type { Input, Output } from '#contract/contract.ts';
import type { ChoiceState } from '#contract/choices.ts';
import type { RecordedItem } from '#contract/decisions.ts';

const sent = () =>
  new BackendError('sent', 'It was sent, and nothing has confirmed it yet. Send the same again, with the same key.');

const asks = (current: readonly ChoiceState[]) =>
  new BackendError('stale', 'It does not stand as asked. Show what holds and ask again.', { current });

/**
 * Deciding at a backend without versions. What it answered is `sent`, and confirmed by a read that shows it when the
 * same key comes again. A withdrawal that the read does not show is sent anew; a grant is not: the customer is asked.
 */
export const confirmByReading = (backend: Pick<Backend, 'decide' | 'getChoices'>): Backend['decide'] => {
  const taken = new Map<string, Output<'decide'>>();
  const tried = new Set<string>();

  const readNamed = async ({ items }: Input<'decide'>, options?: CallOptions): Promise<readonly ChoiceState[]> => {
    const { choices } = await backend.getChoices({}, options);
    return choices.filter(({ choice }) => items.some((item) => item.choice === choice));
  };

  /** A grant whose outcome is unknown goes again only where nothing moved since it was on screen. */
  const judgeRetry = async (input: Input<'decide'>, options?: CallOptions): Promise<void> => {
    const current = await readNamed(input, options);
    const seqOf = (choice: string) => current.find((one) => one.choice === choice)?.seq;
    const moved = input.items.some(({ choice, value, seen }) => value !== 'off' && seen?.seq !== seqOf(choice));
    if (moved) throw asks(current);
  };

  return async (input, options) => {
    const { key } = input;
    const answer = taken.get(key);
    if (!answer) {
      if (tried.has(key)) await judgeRetry(input, options);
      tried.add(key);
      taken.set(key, await backend.decide(input, options));
      throw sent();
    }
    const current = await readNamed(input, options);
    // What was decided, not what holds: a signal, an end or a default can keep a choice so with nothing stored.
    const stands = ({ choice, value, outcome }: RecordedItem): boolean =>
      outcome !== 'applied' || current.some((one) => one.choice === choice && one.decided?.value === value);
    const missing = answer.entry.items.filter((item) => !stands(item));
    const items = answer.entry.items.map((item): RecordedItem =>
      missing.includes(item) && item.value !== 'off' ? { ...item, outcome: 'stale' } : item,
    );
    const told = { ...answer, entry: { ...answer.entry, items } };
    const again = missing.filter(({ value }) => value === 'off').map(({ choice, value }) => ({ choice, value }));
    if (again.length > 0) {
      const { entry } = await backend.decide({ ...input, items: again, key: crypto.randomUUID() }, options);
      const seqs = new Map(entry.items.map(({ choice, seq }) => [choice, seq]));
      const moved = items.map((item) => ({ ...item, seq: seqs.get(item.choice) ?? item.seq }));
      taken.set(key, { ...told, entry: { ...told.entry, seq: entry.seq, at: entry.at, items: moved } });
      throw sent();
    }
    taken.delete(key);
    if (!items.some(({ outcome }) => outcome === 'applied')) throw asks(current);
    return told;
  };
};
