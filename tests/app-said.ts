import type { Messages } from '@lingui/core';
import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import type { Said } from './wording.ts';

const catalogs = import.meta.glob<{ messages: Messages }>('../src/i18n/locales/en/*.po', { eager: true });
/** Every message of the app in English, by its id. */
export const messages: Messages = Object.assign({}, ...Object.values(catalogs).map((catalog) => catalog.messages));

/** Each way that a message can sound: every plural branch, with words in place of values. */
function spoken(message: CompiledMessage): string[] {
  return message.reduce<string[]>(
    (texts, token) => {
      const [name, type, format] = typeof token === 'string' ? [token] : token;
      const said =
        typeof token === 'string'
          ? [token === '#' ? '3' : token]
          : type === 'plural'
            ? Object.entries(format as Record<string, CompiledMessage | undefined>)
                .filter(([key]) => key !== 'offset')
                .flatMap(([, branch]) => spoken(branch ?? []))
            : [standIn(name)];
      return texts.flatMap((text) => said.map((more) => text + more));
    },
    [''],
  );
}

/** What a value sounds like: texts of the brand are judged by themselves, so here they are short. */
const standIn = (name: string): string => (/^(date|day|until|since|moment)$/.test(name) ? '3 May 2026' : 'Shop');

const plain = (text: string): string => text.replaceAll(/<\/?b>/g, '').replaceAll('\u00a0', ' ');

/** Everything that the app says in English, each message in each way it can sound. */
export const said: readonly Said[] = Object.entries(messages).flatMap(([id, message]) =>
  (typeof message === 'string' ? [message] : spoken(message)).map((text) => ({ where: id, text: plain(text) })),
);
