import type { Day, Id, Instant } from '#contract/primitives.ts';
import type { Holdings } from '#rules/holdings.ts';
import { writeAnswers } from './answer-records.ts';
import { ordersOf } from './basket.ts';
import { calendarTo } from './calendar.ts';
import { writeClub } from './club-records.ts';
import { writeBought, writeConclusions } from './conclusion-records.ts';
import { historyOf, noHistory, type DemoDecision } from './decisions.ts';
import { openDiary } from './diary.ts';
import { errandsOf, life } from './life.ts';
import { noorJoined, writeNoor } from './noor.ts';
import { writePayments } from './payment-records.ts';
import { writePurchases } from './purchase-records.ts';
import { randomFrom } from './random.ts';
import { writeRhythm } from './rhythm.ts';
import { writeSupport } from './support-records.ts';
import { writeTold } from './told-records.ts';
import { writeVisits } from './visit-records.ts';
import { visitsOf } from './visits.ts';
import { writeWishes } from './wish-records.ts';

/** The made-up customers. The first is the default: Maya has been here for three years, Noor joined this week. */
export const personas = ['maya', 'noor'] as const;

/** A made-up customer: what is held about them, and what they decided. */
export interface DemoCustomer {
  readonly name: string;
  readonly holdings: Holdings;
  readonly decisions: readonly DemoDecision[];
}

/**
 * A life that ends yesterday: the same for the same persona, day and time zone. Everything in it follows from what was
 * allowed at the time, so no record and no event exists under a use that was off. Throws for an unknown persona.
 */
export function demoCustomer(persona: string, today: Day, zone: string): DemoCustomer {
  if (persona === 'maya') return maya(today, zone);
  if (persona === 'noor') return noor(today, zone);
  throw new Error(`Halden & Row has no customer "${persona}". It has ${personas.join(' and ')}.`);
}

function maya(today: Day, zone: string): DemoCustomer {
  const calendar = calendarTo(today, zone, life.joined + 2);
  const history = historyOf(calendar);
  const diary = openDiary(calendar, history);
  const random = randomFrom(`maya ${today}`);
  const orders = ordersOf(errandsOf(calendar, random), calendar, history, random);
  writeTold(diary);
  writeAnswers(diary);
  writePurchases(diary, orders);
  writePayments(diary, orders, writeClub(diary, orders), random);
  writeWishes(diary, orders, random);
  writeSupport(diary, orders, random);
  writeVisits(diary, visitsOf(orders, calendar, random), orders, random);
  writeConclusions(diary, orders);
  writeBought(diary);
  writeRhythm(diary);
  return told('Maya Fenn', diary.close(), history.decisions, incidentsSince(calendar.at(life.joined, 0)));
}

function noor(today: Day, zone: string): DemoCustomer {
  const calendar = calendarTo(today, zone, noorJoined + 2);
  const diary = openDiary(calendar, noHistory);
  writeNoor(diary);
  return told('Noor Aziz', diary.close(), noHistory.decisions, incidentsSince(calendar.at(noorJoined, 0)));
}

const told = (
  name: string,
  { records, events }: Pick<Holdings, 'records' | 'events'>,
  decisions: readonly DemoDecision[],
  incidents: readonly Id[],
): DemoCustomer => ({ name, holdings: { customer: { name }, records, events, incidents }, decisions });

/** The incidents of about.yaml that reached every customer of that day, with the day they began. */
const reaching: readonly (readonly [id: Id, from: Day])[] = [['wrong_addresses', '2025-09-08']];

/** Those that somebody was in who joined at a moment. */
const incidentsSince = (joined: Instant): readonly Id[] =>
  reaching.flatMap(([id, from]) => (joined.slice(0, 10) <= from ? [id] : []));
