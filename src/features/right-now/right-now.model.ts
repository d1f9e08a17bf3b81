import type { Category, Item, Notice, Readable } from '#contract/notice.ts';
import type { Overview } from '#contract/overview.ts';
import type { Voice } from '#i18n/voice.ts';
import { browserNamed } from './browser-name.ts';
import type { Readings } from './readings.ts';
import {
  browserOn,
  fingers,
  latest,
  likeSpeed,
  namedTag,
  readableNames,
  rightNowStrings,
  screenOf,
  sizeOf,
  weStore,
} from './right-now.strings.ts';

/** What is kept of something that a page can read. */
export interface Stored {
  readonly text: string;
  readonly category: string;
  readonly item: string;
  /** There are records of it. */
  readonly held: boolean;
}

/** One thing that a page can read: what it says now, and what is kept of it. */
export interface Reading {
  readonly id: Readable;
  readonly name: string;
  readonly now: string;
  /** Empty = it is not kept. */
  readonly stored: readonly Stored[];
}

const order = Object.keys(readableNames) as readonly Readable[];

/** `readings` is null before a browser has worked them out; `overview` where the backend does not tell what is held. */
export function readingsTold(
  voice: Voice,
  notice: Notice,
  readings: Readings | null,
  overview: Overview | null,
): readonly Reading[] {
  const { say } = voice;
  return order.map((id) => ({
    id,
    name: say(readableNames[id]),
    now: nowOf(voice, id, readings),
    stored: notice.categories.flatMap((category) =>
      category.items
        .filter(({ reads }) => reads?.includes(id))
        .map((item) => storedOf(voice, category, item, overview)),
    ),
  }));
}

function storedOf({ say }: Voice, category: Category, item: Item, overview: Overview | null): Stored {
  const values = overview?.categories.find((one) => one.category === category.id)?.held.values;
  const label = values?.[item.id];
  const store = say(weStore(item.name));
  const words = typeof label === 'string' ? say(latest(label)) : say(rightNowStrings.nothingYet);
  return {
    text: values ? `${store} ${words}` : store,
    category: category.id,
    item: item.id,
    held: Number(values?.[`${item.id}_count`] ?? 0) > 0,
  };
}

function nowOf(voice: Voice, id: Readable, readings: Readings | null): string {
  if (id === 'ip_address') return voice.say(rightNowStrings.serverSees);
  return readings === null ? voice.say(rightNowStrings.needsScript) : words[id](voice, readings);
}

const sizeIn = ({ say, number }: Voice, { width, height }: Readings['screen']): string =>
  say(sizeOf(number(width), number(height)));

const known = ({ say }: Voice, text: string): string => (text === '' ? say(rightNowStrings.unknown) : text);

/** Whatever a page can read, in words. */
const words: Readonly<Record<Exclude<Readable, 'ip_address'>, (voice: Voice, readings: Readings) => string>> = {
  browser: (voice, { userAgent }) => browserText(voice, userAgent),
  screen: (voice, { screen, page }) => voice.say(screenOf(sizeIn(voice, screen), sizeIn(voice, page))),
  language: (voice, { languages }) => known(voice, voice.list(languages.map((tag) => languageNamed(voice, tag)))),
  time_zone: (voice, { timeZone }) => known(voice, timeZone),
  touch: ({ say }, { fingers: count }) => (count > 0 ? say(fingers(count)) : say(rightNowStrings.noTouch)),
  connection({ say }, { online, speed }) {
    const state = say(online ? rightNowStrings.online : rightNowStrings.offline);
    return online && speed !== null ? say(likeSpeed(state, speed.toUpperCase())) : state;
  },
  came_from: ({ say }, { referrer }) => (referrer === '' ? say(rightNowStrings.noReferrer) : referrer),
};

/** "British English (en-GB)": a tag that no language has stands alone. */
function languageNamed({ say, language }: Voice, tag: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? tag : say(namedTag(name, tag));
}

/** By name where it has one that is known, and in its own words. */
function browserText({ say }: Voice, userAgent: string): string {
  if (userAgent === '') return say(rightNowStrings.unknown);
  const { browser, system } = browserNamed(userAgent);
  return browser !== null && system !== null ? say(browserOn(browser, system)) : userAgent;
}
