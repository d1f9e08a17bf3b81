import { memo, useEffect, useRef, useState } from 'react';
import type { HeldRecord } from '#contract/holdings.ts';
import type { DeedStatus } from '#intents/deed-status.ts';
import { DeedLine } from '#ui/deed-line.tsx';
import { InlineQuestion } from '#ui/inline-question.tsx';
import { PutRight } from './put-right.tsx';
import { RecordFacts } from './record-facts.tsx';
import type { ItemFacts, NamedUse } from './record.model.ts';
import {
  keptFor as onlyKeptFor,
  putRightNamed,
  recordStrings,
  removed,
  removeNamed,
  removes,
  removesKept,
} from './record.strings.ts';
import type { DeedPage } from './use-held-page.ts';

interface RecordRowProps {
  readonly page: DeedPage;
  readonly record: HeldRecord;
  readonly facts: ItemFacts | undefined;
  /** The last day on which a backup may have what goes today. */
  readonly backups: string;
  /** Say which kind of data it is of. */
  readonly named: boolean;
  readonly canCorrect: boolean;
  readonly canRemove: boolean;
  readonly status: DeedStatus | null;
  /** It is being removed: what becomes of it stays in its place. */
  readonly onRemoved: (record: HeldRecord) => void;
}

/** One record: what it says, when, who from, what it is for, and what can be done with it. */
function Row({ page, record, facts, backups, named, canCorrect, canRemove, status, onRemoved }: RecordRowProps) {
  const [doing, setDoing] = useState<'remove' | 'correct' | null>(null);
  const [pressedHere, setPressedHere] = useState(false);
  const name = useRef<HTMLParagraphElement>(null);
  const { voice } = page;
  const { say, clock } = voice;
  const target = `record:${record.id}`;
  const shown = status?.phase === 'saved' && !pressedHere ? null : status;
  const forgets = shown?.name === 'forget';
  const gone = forgets && shown.phase === 'saved' && shown.answer !== null && shown.answer.removed > 0;
  const corrected = shown?.name === 'correctRecord' && shown.phase === 'saved';
  // What was put right is done with: its field is gone, and the keyboard with it, unless it was moved on.
  const now = doing === 'correct' && corrected ? null : doing;
  const underWay = shown !== null && shown.phase !== 'saved' && shown.phase !== 'refused';
  const toName = (): void => name.current?.focus();
  const keepers = facts?.keepers ?? [];
  const remove = (): void => {
    setDoing(null);
    setPressedHere(true);
    toName();
    onRemoved(record);
    page.run('forget', { scope: 'record', id: record.id }, target);
  };
  const correct = (value: string): void => {
    setPressedHere(true);
    page.run('correctRecord', { record: record.id, value }, target);
  };
  useEffect(() => {
    if (corrected && document.activeElement === document.body) name.current?.focus();
  }, [corrected]);
  return (
    <li className="record">
      <time dateTime={record.at} className="record-time">
        {clock(record.at)}
      </time>
      <div className="record-what">
        <p ref={name} tabIndex={-1} className={gone ? 'record-name record-gone' : 'record-name'}>
          {record.label}
        </p>
        {!gone && <RecordFacts voice={voice} record={record} facts={facts} named={named} />}
      </div>
      {!gone && !underWay && now === null && record.keptFor === null && (
        <div className="record-deeds">
          {canCorrect && record.correctable && (
            <button
              type="button"
              className="plain-button"
              aria-label={say(putRightNamed(record.label))}
              onClick={() => {
                if (shown) page.dismiss(target);
                setDoing('correct');
              }}
            >
              {say(recordStrings.putRight)}
            </button>
          )}
          {canRemove && (
            <button
              type="button"
              className="plain-button"
              aria-label={say(removeNamed(record.label))}
              onClick={() => setDoing('remove')}
            >
              {say(recordStrings.remove)}
            </button>
          )}
        </div>
      )}
      {now === 'remove' && (
        <div ref={focusOnIt} tabIndex={-1} className="record-more">
          <InlineQuestion
            title={say(recordStrings.askRemove)}
            answers={[
              { label: say(recordStrings.doRemove), onPress: remove },
              {
                label: say(recordStrings.keep),
                onPress: () => {
                  setDoing(null);
                  toName();
                },
              },
            ]}
          >
            {say(keepers.length > 0 ? removesKept(keepers.map((use) => use.name).join(' · ')) : removes(backups))}
          </InlineQuestion>
        </div>
      )}
      {now === 'correct' && record.correctable && (
        <PutRight
          voice={voice}
          correctable={record.correctable}
          typed={shown?.name === 'correctRecord' ? shown.input.value : null}
          label={record.label}
          onSave={correct}
          onLeave={() => {
            if (shown?.unsent || shown?.phase === 'refused') page.dismiss(target);
            setDoing(null);
            toName();
          }}
        />
      )}
      {shown && (
        <div className="record-more text-note">
          <DeedLine
            {...page}
            {...doneWords(page, shown, keepers)}
            deed={shown}
            onTryNow={page.tryNow}
            onAgain={() => {
              setPressedHere(true);
              page.again(target);
            }}
            onDismiss={() => page.dismiss(target)}
            onTaken={toName}
          />
        </div>
      )}
    </li>
  );
}

/** What is asked takes the place of what was pressed. */
const focusOnIt = (question: HTMLElement | null): void => question?.focus();

/** What is said when a record is gone, or when law or contract keep it. A correction is saved like anything else. */
function doneWords({ voice: { say, date }, durability }: DeedPage, status: DeedStatus, keepers: readonly NamedUse[]) {
  if (status.name !== 'forget' || status.answer === null || durability === 'none') return {};
  const { removed: count, backupsUntil } = status.answer;
  return {
    done: say(count > 0 ? removed(date(backupsUntil)) : onlyKeptFor(keepers.map(({ name }) => name).join(' · '))),
  };
}

/** Of thousands of rows only those are drawn anew that something was done to. */
export const RecordRow = memo(Row);
