import { RichText } from '#ui/rich-text.tsx';
import type { Voice } from '#i18n/voice.ts';
import type { Received } from './benefit.model.ts';
import type { CardWays } from './card-ways.tsx';
import type { Card } from './card.model.ts';
import { cardStrings, othersCount, othersIfOn } from './card.strings.ts';
import type { Other, Others } from './recipient.model.ts';

interface WhatProps {
  readonly voice: Voice;
  readonly card: Card;
  readonly ways: CardWays | undefined;
}

/** The thing itself: in a sentence, by its newest examples, and item by item with what each is for. */
export function What({ voice: { say }, card, ways }: WhatProps) {
  return (
    <>
      <p>{card.what}</p>
      {card.marks.map((mark) => (
        <p key={mark} className="text-note text-ink-2">
          {mark}
        </p>
      ))}
      {ways?.rightNow && <p className="py-1 text-note">{ways.rightNow}</p>}
      {card.samples.length > 0 && (
        <ul className="samples">
          {card.samples.map(({ text, at }) => (
            <li key={`${at} ${text}`}>{text}</li>
          ))}
          {ways?.records && <li>{ways.records}</li>}
        </ul>
      )}
      <details className="more">
        <summary>{say(cardStrings.itemsFor)}</summary>
        <ul className="lines">
          {card.items.map(({ id, name, need, uses, read }) => (
            <li key={id}>
              <b>{name}</b>, {need}. <span className="text-ink-2">{uses}.</span> {read && say(cardStrings.readByItself)}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** What came back this year, and how that was counted. */
export function Got({ voice: { say }, received }: { readonly voice: Voice; readonly received: readonly Received[] }) {
  if (received.length === 0) return <p>{say(cardStrings.nothingCounted)}</p>;
  return (
    <>
      {received.map(({ use, text }) => (
        <p key={use}>{text}</p>
      ))}
      <details className="more">
        <summary>{say(cardStrings.howCounted)}</summary>
        {received.map(({ use, how }) => (
          <p key={use}>{how}</p>
        ))}
      </details>
    </>
  );
}

const Recipients = ({ voice, others }: { readonly voice: Voice; readonly others: readonly Other[] }) => (
  <ul className="lines">
    {others.map(({ id, does, is, transfer }) => (
      <li key={id}>
        <RichText text={does} />
        <span className="block text-note text-ink-2">
          {is}
          {transfer && (
            <>
              {'. '}
              {transfer.safeguard} <a href={transfer.copyAt}>{voice.say(cardStrings.copy)}</a>
            </>
          )}
        </span>
      </li>
    ))}
  </ul>
);

interface WhoProps {
  readonly voice: Voice;
  readonly others: Others;
  /** The words that count those who get it now. */
  readonly counted?: typeof othersCount;
}

/** Who else gets it: those who do now, and those who would if more were on. Named and counted. */
export function Who({ voice, others, counted = othersCount }: WhoProps) {
  const { say } = voice;
  return (
    <>
      <p>
        {others.now.length > 0 ? (
          <RichText text={say(counted(others.now.length))} />
        ) : (
          say(others.ifOn.length > 0 ? cardStrings.nobodyNow : cardStrings.nobody)
        )}
      </p>
      {others.now.length > 0 && <Recipients voice={voice} others={others.now} />}
      {others.ifOn.length > 0 && (
        <>
          <p className="mt-3">{say(othersIfOn(others.ifOn.length))}</p>
          <Recipients voice={voice} others={others.ifOn} />
        </>
      )}
    </>
  );
}
