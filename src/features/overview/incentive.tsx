import type { Notice, Use } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { Facts } from '#ui/facts.tsx';
import { incentiveStrings, worthAYear } from './card.strings.ts';

interface IncentiveProps {
  readonly voice: Voice;
  readonly notice: Notice;
  readonly incentive: NonNullable<Use['incentive']>;
}

/** What a benefit that is paid for with data costs: its terms, the worth of the data, the way out, and what stays. */
export function Incentive({ voice: { say, money, list }, notice, incentive }: IncentiveProps) {
  const { summary, terms, categories, value, method, relation, join, leave, kept } = incentive;
  const names = notice.categories.filter(({ id }) => categories.includes(id)).map(({ name }) => name);
  const facts = [
    { term: say(incentiveStrings.terms), text: terms },
    { term: say(incentiveStrings.data), text: list(names) },
    { term: say(incentiveStrings.worth), text: say(worthAYear(money(value.amount, value.currency), relation)) },
    { term: say(incentiveStrings.method), text: method },
    { term: say(incentiveStrings.join), text: join },
    { term: say(incentiveStrings.leave), text: leave },
    { term: say(incentiveStrings.kept), text: kept },
  ];
  return (
    <details className="more choice-more">
      <summary>{say(incentiveStrings.title)}</summary>
      <p>{summary}</p>
      <Facts facts={facts} />
    </details>
  );
}
