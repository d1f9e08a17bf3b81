import { Fragment } from 'react';
import type { HeldRecord } from '#contract/holdings.ts';
import type { Voice } from '#i18n/voice.ts';
import type { ItemFacts, NamedUse } from './record.model.ts';
import { correctedOn, from as cameFrom, recordStrings } from './record.strings.ts';

interface RecordFactsProps {
  readonly voice: Voice;
  readonly record: HeldRecord;
  readonly facts: ItemFacts | undefined;
  /** Say which kind of data it is of. */
  readonly named: boolean;
}

/** What is true of a record beside what it says: its kind, who from, put right when, and what it is for. */
export function RecordFacts({ voice: { say, date }, record, facts, named }: RecordFactsProps) {
  const { from, correctedAt, keptFor } = record;
  const uses = facts?.uses ?? [];
  return (
    <p className="record-facts">
      {named && facts && <span>{facts.category}</span>}
      {from !== null && <span>{say(cameFrom(from))}</span>}
      {correctedAt !== null && <span>{say(correctedOn(date(correctedAt)))}</span>}
      <span>
        {keptFor === null && uses.length === 0 ? (
          say(recordStrings.noUse)
        ) : (
          <Uses
            term={say(keptFor === null ? recordStrings.usedFor : recordStrings.keptOnly)}
            uses={keptFor === null ? uses : (facts?.all ?? []).filter(({ id }) => keptFor.includes(id))}
          />
        )}
      </span>
    </p>
  );
}

const Uses = ({ term, uses }: { readonly term: string; readonly uses: readonly NamedUse[] }) => (
  <>
    {term}:{' '}
    {uses.map(({ id, name, href }, at) => (
      <Fragment key={id}>
        {at > 0 && ' · '}
        <a href={href}>{name}</a>
      </Fragment>
    ))}
  </>
);
