import { msg, plural } from '@lingui/core/macro';

/** What this page can read at this moment. */
export const rightNowStrings = {
  title: msg({ id: 'right_now.title', message: 'What this page can read right now' }),
  intro: msg({
    id: 'right_now.intro',
    message: 'This is worked out in your browser and sent nowhere. Every site that you open can read the same.',
  }),
  what: msg({ id: 'right_now.what', message: 'What' }),
  now: msg({ id: 'right_now.now', message: 'What it says now' }),
  stored: msg({ id: 'right_now.stored', message: 'What we store of it' }),
  notStored: msg({ id: 'right_now.not_stored', message: 'Not stored' }),
  serverSees: msg({
    id: 'right_now.server_sees',
    message: 'This page cannot read it. Our server sees it with each request.',
  }),
  nothingYet: msg({ id: 'right_now.nothing_yet', message: 'Nothing is held of it now.' }),
  needsScript: msg({ id: 'right_now.wait', message: 'Your browser works it out.' }),
  unknown: msg({ id: 'right_now.unknown', message: 'Your browser does not say.' }),
  noReferrer: msg({ id: 'right_now.no_referrer', message: 'Nothing: no page led here, or it keeps that to itself.' }),
  noTouch: msg({ id: 'right_now.no_touch', message: 'No touch screen' }),
  online: msg({ id: 'right_now.online', message: 'Connected' }),
  offline: msg({ id: 'right_now.offline', message: 'Not connected' }),
  records: msg({ id: 'right_now.records', message: 'See the records' }),
};

/** The things that any page can read. */
export const readableNames = {
  browser: msg({ id: 'right_now.browser', message: 'Your browser' }),
  screen: msg({ id: 'right_now.screen', message: 'Your screen' }),
  language: msg({ id: 'right_now.language', message: 'Your languages' }),
  time_zone: msg({ id: 'right_now.time_zone', message: 'Your time zone' }),
  touch: msg({ id: 'right_now.touch', message: 'Touch' }),
  connection: msg({ id: 'right_now.connection', message: 'Your connection' }),
  came_from: msg({ id: 'right_now.came_from', message: 'The page you came from' }),
  ip_address: msg({ id: 'right_now.ip_address', message: 'Your IP address' }),
};

export const browserOn = (browser: string, system: string) =>
  msg({ id: 'right_now.browser_on', message: `${browser} on ${system}` });

/** The screen in points, and the part of it that the page has. */
export const screenOf = (screen: string, page: string) =>
  msg({ id: 'right_now.screen_of', message: `${screen} points, ${page} of them for this page` });

export const sizeOf = (width: string, height: string) => msg({ id: 'right_now.size', message: `${width} × ${height}` });

export const fingers = (count: number) =>
  msg({
    id: 'right_now.fingers',
    message: plural(count, { one: 'A touch screen, for # finger', other: 'A touch screen, for # fingers at once' }),
  });

export const likeSpeed = (state: string, speed: string) =>
  msg({ id: 'right_now.speed', message: `${state}, about as fast as ${speed}` });

/** A language by its name and its tag. */
export const namedTag = (name: string, tag: string) => msg({ id: 'right_now.named_tag', message: `${name} (${tag})` });

/** What is kept of it, and what the newest of it says. */
export const weStore = (item: string) => msg({ id: 'right_now.we_store', message: `We store: ${item}.` });

export const latest = (label: string) => msg({ id: 'right_now.latest', message: `Latest: ${label}.` });
