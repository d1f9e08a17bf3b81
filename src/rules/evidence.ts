import type { HoldingRecord, Holdings } from './holdings.ts';
import { momentOf } from './moment.ts';

/** What a conclusion rests on: see `evidenceIn`. */
export function evidenceOf(holdings: Pick<Holdings, 'records'>, conclusion: HoldingRecord): HoldingRecord[] {
  return evidenceIn(holdings)(conclusion);
}

/**
 * What conclusions rest on, of everything held: the records about the same topic that were there when it was drawn. A
 * record that is kept for law or contract alone proves nothing any more, and nothing that was concluded proves a
 * conclusion, so all of a conclusion's own category is passed by. The records are looked through once, however many
 * conclusions are asked for.
 */
export function evidenceIn(holdings: Pick<Holdings, 'records'>): (conclusion: HoldingRecord) => HoldingRecord[] {
  const about = new Map<string, HoldingRecord[]>();
  for (const record of holdings.records) {
    const topic = topicOf(record);
    if (topic === null) continue;
    const same = about.get(topic);
    if (same) same.push(record);
    else about.set(topic, [record]);
  }
  return (conclusion) => {
    const topic = topicOf(conclusion);
    if (topic === null) return [];
    const drawn = momentOf(`Record "${conclusion.id}"`, conclusion.at);
    return (about.get(topic) ?? []).filter(
      (record) => record.category !== conclusion.category && momentOf(`Record "${record.id}"`, record.at) <= drawn,
    );
  };
}

/** What a record is about; null where it says nothing of that, or is kept for law or contract alone. */
function topicOf({ data, keptFor }: HoldingRecord): string | null {
  const topic = data['topic'];
  return keptFor === undefined && typeof topic === 'string' && topic !== '' ? topic : null;
}
