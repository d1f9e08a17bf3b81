import { BackendError, type Backend, type CallOptions } from '#backend/port.ts';
import type { Choices } from '#contract/choices.ts';
import type { Ports } from './ports.ts';
import { subjectByRules, type Circumstances } from './subject-by-rules.ts';

/** What this browser's own subject is called in the page; what the backend calls it may change with its session. */
export const OWN = 'this-browser';

type Net = Pick<Backend, 'decide' | 'getChoices'>;

/** The way to this browser's own subject, for an engine of its own. */
export interface OwnSession extends Net {
  /** How long what is turned off here holds: as long as the session that the browser keeps, or only as its page. */
  readonly lasts: () => 'session' | 'page';
}

interface Outside {
  readonly net: Net & Pick<Backend, 'openSession'>;
  readonly circumstances: () => Promise<Circumstances>;
  /** Only one tab opens a session at a time, or the second would make the first one's decisions somebody else's. */
  readonly lock: Ports['lock'];
  /** Somebody is signed in after all: nothing is done in this browser's own name then. */
  readonly customerCame: () => void;
  /** The session of before is gone, and what stands now is another subject's, whose numbers begin anew. */
  readonly anotherBegan: () => void;
}

const isSignedOut = (error: unknown): boolean => error instanceof BackendError && error.code === 'signed_out';

/**
 * A session without a customer, opened at the first press and never before. A customer who is signed in is never signed
 * out by it, and nothing pressed here is stored for them: each command names the subject it is for.
 */
export function ownSession({ net, circumstances, lock, customerCame, anotherBegan }: Outside): OwnSession {
  /** What the backend calls the subject of the session; null = no session is known. */
  let tag: string | null = null;
  /** Where the browser keeps no session. */
  let inPage: Net | null = null;
  let opening: Promise<void> | null = null;
  /** Readings by number: the newest asked for, and the newest that was answered. */
  let [asked, answered] = [0, 0];

  /** The choices of this browser's session; null = it has none. Throws `signed_out` where a customer's session lives. */
  async function read(options?: CallOptions): Promise<Choices | null> {
    const number = ++asked;
    let choices: Choices | null = null;
    try {
      choices = await net.getChoices({}, options);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
    }
    // Asked with an older cookie than what is known by now: it may tell of the session of before.
    if (number < answered) return read(options);
    answered = number;
    if (choices && !choices.browser) {
      customerCame();
      throw new BackendError('signed_out', 'A customer is signed in in this browser.');
    }
    const now = choices && (choices.customer ?? '');
    if (tag !== null && tag !== now) anotherBegan();
    tag = now;
    return choices && { ...choices, customer: OWN };
  }

  async function openNow(options?: CallOptions): Promise<void> {
    const letGo = await lock('session');
    try {
      if (await read(options)) return;
      await net.openSession({}, options);
      // Twice, for another tab may have opened one at the same time. Else the browser did not keep it: cookies are blocked.
      if (!((await read(options)) ?? (await read(options)))) inPage = subjectByRules(await circumstances());
    } finally {
      letGo();
    }
  }

  /** Presses that come at once open one session. It is given up with the first of them, and tried again with the next. */
  async function open(options?: CallOptions): Promise<void> {
    opening ??= openNow(options).finally(() => {
      opening = null;
    });
    await opening;
  }

  const send: Net['decide'] = async (input, options) => {
    if (tag === null && !inPage) await open(options);
    if (inPage) return inPage.decide(input);
    const to = tag;
    const answer = await net.decide(to ? { ...input, customer: to } : input, options);
    // Stored, but for a subject that this browser is not any more: here it has not been turned off.
    if (tag !== to) throw new BackendError('signed_out', 'The session of this browser changed meanwhile.');
    return answer;
  };

  return {
    lasts: () => (inPage ? 'page' : 'session'),
    async getChoices(_input, options) {
      const found =
        (inPage ? null : await read(options)) ??
        (await (inPage ?? subjectByRules(await circumstances())).getChoices({}));
      return { ...found, customer: OWN };
    },
    async decide(input, options) {
      try {
        return await send(input, options);
      } catch (error) {
        if (!isSignedOut(error)) throw error;
        // The session has ended meanwhile. The same press goes to the next one, unless a customer has come.
        await read(options);
        return send(input, options);
      }
    },
  };
}
