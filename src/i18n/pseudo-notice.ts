import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import type { Notice } from '#contract/notice.ts';
import type { PseudoLanguage } from './language.ts';
import { disguise, disguiseMessage } from './pseudo.ts';

/** Fields of a notice that a customer reads. Ids, dates, addresses and names of people stay as they are. */
const read = new Set(
  (
    'intro title text does safeguard name what why basisText benefit none how logic effects statement storedIn ' +
    'heldNone'
  ).split(' '),
);
const messages = new Set(['held', 'message']);

function walk(value: unknown, key: string, language: PseudoLanguage): unknown {
  if (typeof value === 'string') return read.has(key) ? disguise(value, language) : value;
  if (Array.isArray(value))
    return messages.has(key)
      ? disguiseMessage(value as CompiledMessage, language)
      : value.map((one) => walk(one, key, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, language)]));
}

/** A notice in a made-up language. */
export const disguiseNotice = (notice: Notice, language: PseudoLanguage): Notice =>
  walk(notice, '', language) as Notice;
