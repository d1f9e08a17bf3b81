import type { Voice } from '#i18n/voice.ts';
import { deedStrings, forgetStrings, refusalStrings, writeInstead } from './deed-line.strings.ts';

/** A deed as far as its line goes. */
export interface ToldDeed {
  readonly phase: 'saving' | 'retrying' | 'waiting_offline' | 'unconfirmed' | 'needs_sign_in' | 'refused' | 'saved';
  readonly name: string;
  readonly reason: string | null;
  readonly notYet: boolean;
  readonly anotherWay: boolean;
  readonly unsent: boolean;
}

/** What the words depend on beside the deed. */
export interface DeedFacts {
  readonly voice: Voice;
  readonly durability: 'durable' | 'browser' | 'none' | 'unknown';
  /** Where to write when it does not work. */
  readonly email: string;
  /** What is said when it is done, in place of "Saved". */
  readonly done?: string;
}

/** The words of a deed's line, and the ways forward that there are. */
export interface DeedWords {
  readonly tone: 'wait' | 'kept' | 'heed';
  readonly text: string;
  readonly ways: readonly ('tryNow' | 'callBack' | 'signIn' | 'close' | 'again')[];
  /** Do it again, and leave it: as its kind calls them. */
  readonly words: typeof deedStrings;
}

type Way = DeedWords['ways'][number];

/** What is said of a deed. "Saved" is said of nothing that is not. */
export function deedWords(deed: ToldDeed, { voice: { say }, durability, email, done }: DeedFacts): DeedWords {
  const words = deed.name === 'forget' ? forgetStrings : deedStrings;
  const heed = (text: string, ...ways: readonly Way[]): DeedWords => ({ tone: 'heed', text, ways, words });
  const orWrite = (text: string, needed = deed.anotherWay): string =>
    needed ? `${text} ${say(writeInstead(email))}` : text;
  const callBack: readonly Way[] = deed.unsent ? ['callBack'] : [];
  const tellers: Readonly<Record<ToldDeed['phase'], () => DeedWords>> = {
    saved: () => ({ tone: 'kept', text: done ?? say(words[durability]), ways: [], words }),
    saving: () => (deed.notYet ? tellers.retrying() : { tone: 'wait', text: say(words.saving), ways: [], words }),
    retrying: () => heed(orWrite(say(words.notYet)), 'tryNow'),
    unconfirmed: () => heed(orWrite(say(words.unconfirmed)), 'tryNow'),
    waiting_offline: () => heed(say(words.offline), ...callBack),
    needs_sign_in: () => heed(say(words.signIn), 'signIn', ...callBack),
    refused: () =>
      deed.reason === 'expired'
        ? heed(say(words.expired), 'again')
        : heed(orWrite(say(refusalOf(deed.reason)), true), 'close'),
  };
  return tellers[deed.phase]();
}

const refusalOf = (reason: string | null) =>
  reason !== null && Object.hasOwn(refusalStrings, reason)
    ? refusalStrings[reason as keyof typeof refusalStrings]
    : refusalStrings.other;
