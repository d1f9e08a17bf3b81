import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { UseLink } from '#navigation/use-link.tsx';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { aYear, benefitsStrings, dealFor } from './benefits.strings.ts';

interface DealsProps {
  readonly voice: Voice;
  readonly notice: Notice;
}

/** What is owed to a customer who pays for a benefit with data, in full, for each use that does so. */
export const Deals = ({ voice, notice }: DealsProps) =>
  notice.categories
    .flatMap(({ uses }) => uses)
    .map(({ id, name, incentive }) => incentive && <Deal key={id} {...{ voice, notice, id, name, incentive }} />);

interface DealProps extends DealsProps {
  readonly id: string;
  readonly name: string;
  readonly incentive: NonNullable<Notice['categories'][number]['uses'][number]['incentive']>;
}

function Deal({ voice: { say, money, list }, notice, id, name, incentive }: DealProps) {
  const { summary, terms, categories, value, method, relation, join, leave, kept } = incentive;
  const kinds = notice.categories.filter((one) => categories.includes(one.id)).map((one) => one.name);
  return (
    <section aria-labelledby={`deal-${id}`} className="group">
      <h2 id={`deal-${id}`} className="text-group font-strong">
        {say(dealFor(name))}
      </h2>
      <p className="max-w-text text-ink-2">{summary}</p>
      <div className="rows card">
        <DefinitionCard
          definitions={[
            { term: say(benefitsStrings.deal), detail: terms },
            { term: say(benefitsStrings.dealData), detail: list(kinds) },
            { term: say(benefitsStrings.dealWorth), detail: say(aYear(money(value.amount, value.currency))) },
            { term: say(benefitsStrings.dealMethod), detail: method },
            { term: say(benefitsStrings.dealRelation), detail: relation },
            { term: say(benefitsStrings.dealJoin), detail: join },
            { term: say(benefitsStrings.dealLeave), detail: leave },
            { term: say(benefitsStrings.dealKept), detail: kept },
          ]}
        />
      </div>
      <p className="giver-ways">
        <UseLink use={id}>{say(benefitsStrings.toSwitch)}</UseLink>
      </p>
    </section>
  );
}
