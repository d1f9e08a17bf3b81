import * as z from 'zod/mini';
import { Entry } from '#contract/decisions.ts';
import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { noticeVersion, receiptBy, receiptOutcome, receiptStrings } from './receipt.strings.ts';

/** What this page reads of a receipt's claims. It only shows them: whether they hold is checked elsewhere. */
const Statement = z.object({ iss: z.string(), entry: Entry });
export type Statement = z.infer<typeof Statement>;

/** What a receipt (a compact JWS) states; null where that cannot be read. */
export function statementOf(jws: string): Statement | null {
  try {
    const payload = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    const parsed = z.safeParse(Statement, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The beginning of a digest, in fours: enough to compare two by eye. */
export const shortMark = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** A statement in plain words. */
export interface Told {
  readonly what: readonly { readonly choice: string; readonly text: string }[];
  readonly when: string;
  readonly by: string;
  readonly notice: string;
  readonly mark: string;
  readonly issuer: string;
}

export function toldOf(voice: Voice, notice: Notice, { iss, entry }: Statement): Told {
  const { say } = voice;
  const names = new Map(notice.categories.flatMap(({ uses }) => uses.map(({ id, name }) => [id, name] as const)));
  const what = entry.items.map(({ choice, value, outcome, until }) => {
    const use = names.get(choice) ?? say(receiptStrings.others);
    if (outcome !== 'applied') return { choice, text: say(receiptOutcome.notStored(use)) };
    if (value === 'off') return { choice, text: say(receiptOutcome.off(use)) };
    return {
      choice,
      text: say(until === null ? receiptOutcome.on(use) : receiptOutcome.onUntil(use, voice.date(until))),
    };
  });
  return {
    what,
    when: voice.moment(entry.at),
    by: say(receiptBy[entry.by]),
    notice: say(noticeVersion(entry.notice.version, shortMark(entry.notice.hash))),
    mark: shortMark(entry.hash),
    issuer: iss,
  };
}
