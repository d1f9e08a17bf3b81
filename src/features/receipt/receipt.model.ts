import { shapes } from 'virtual:wire-contract';
import { faults } from '#contract/check.ts';
import type { ReceiptStatement } from '#contract/decisions.ts';
import type { Notice } from '#contract/notice.ts';
import type { Voice } from '#i18n/voice.ts';
import { noticeVersion, receiptBy, receiptOutcome, receiptStrings } from './receipt.strings.ts';

/**
 * What a receipt (a compact JWS) states; null where that cannot be read. The page only shows it: whether it holds is
 * checked elsewhere.
 */
export function statementOf(jws: string): ReceiptStatement | null {
  try {
    const payload = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (faults(shapes.ReceiptStatement, claims).length > 0) return null;
    const { iss, entry } = claims as ReceiptStatement;
    return { iss, entry };
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

export function toldOf(voice: Voice, notice: Notice, { iss, entry }: ReceiptStatement): Told {
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
