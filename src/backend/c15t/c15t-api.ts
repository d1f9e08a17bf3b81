import type { CallOptions } from '#backend/port.ts';
import { asking, badAnswer, codeOf, isObject, refusalOf, type Answer, type C15tSettings } from './asking.ts';
import { recordFrom, type C15tRecord, type Preferences } from './preferences.ts';

/** The whole of what c15t has for the customer, oldest first. */
export interface C15tWhole {
  /** Whose it is, as an opaque tag from the proxy. */
  readonly customer: string;
  /** Milliseconds; never far from the other side's clock. */
  readonly now: number;
  readonly records: readonly C15tRecord[];
}

/** One record to be written. The same `givenAt` again is the same record: c15t looks at nothing else. */
export interface C15tWrite {
  readonly givenAt: number;
  readonly preferences: Preferences;
}

export interface C15tApi {
  readonly read: (options?: CallOptions) => Promise<C15tWhole>;
  readonly write: (write: C15tWrite, options?: CallOptions) => Promise<void>;
  readonly signOut: (options?: CallOptions) => Promise<void>;
}

/** c15t's token ends after 30 minutes; one older than this is not used any more. */
const TOKEN_LASTS = 20 * 60_000;

/** Beyond this c15t moves a record to its own time, and it would not be where it was put. */
const DRIFT = 2 * 60_000;

/** This browser's time, which has milliseconds, or the server's where the two are far apart. */
const timeOf = (here: number, there: number): number => (Math.abs(here - there) > DRIFT ? there : here);

/** A record of the list, or null where it is none of ours. Throws where the list is not one of records. */
const readRecord = (one: unknown): C15tRecord | null => {
  const { givenAt, preferences = {} } = isObject(one) ? one : {};
  const at = typeof givenAt === 'string' ? Date.parse(givenAt) : Number.NaN;
  if (Number.isNaN(at) || !isObject(preferences)) throw badAnswer('a record without a time or preferences');
  return recordFrom(preferences as Preferences, at);
};

/** c15t's API behind the brand's proxy. Every failure becomes a `BackendError`. */
export const c15tApi = (settings: C15tSettings): C15tApi => {
  const { now = Date.now } = settings;
  const ask = asking(settings);
  let token: { readonly text: string | undefined; readonly since: number } | null = null;

  const policyToken = async (options?: CallOptions): Promise<string | undefined> => {
    if (token && now() - token.since < TOKEN_LASTS) return token.text;
    const answer = await ask('/init', {}, options);
    if (answer.status !== 200) throw refusalOf(answer);
    const text = answer.body['policySnapshotToken'];
    token = { text: typeof text === 'string' ? text : undefined, since: now() };
    return token.text;
  };

  const post = async ({ givenAt, preferences }: C15tWrite, options?: CallOptions): Promise<Answer> => {
    const policySnapshotToken = await policyToken(options);
    const body = { type: 'cookie_banner', givenAt, preferences, uiSource: 'api', policySnapshotToken };
    return ask('/subjects', { method: 'POST', body: JSON.stringify(body) }, options);
  };

  return {
    async read(options) {
      const answer = await ask('/subjects/me?type=cookie_banner', {}, options);
      const { status, headers, body } = answer;
      const nothingYet = status === 404 && codeOf(answer) === 'SUBJECT_NOT_FOUND';
      if (status !== 200 && !nothingYet) throw refusalOf(answer);
      const consents = nothingYet ? [] : body['consents'];
      if (!Array.isArray(consents)) throw badAnswer('no list of records');
      const customer = headers.get('evenhand-customer') ?? '';
      if (!/^[0-9a-f]{32}$/.test(customer)) throw badAnswer('the proxy does not say whose it is (Evenhand-Customer)');
      const records = consents.flatMap((one) => readRecord(one) ?? []).toSorted((a, b) => a.givenAt - b.givenAt);
      return { customer, now: timeOf(now(), Date.parse(headers.get('date') ?? '')), records };
    },

    async write(write, options) {
      let answer = await post(write, options);
      if (answer.status === 409 && codeOf(answer).startsWith('POLICY_SNAPSHOT_')) {
        token = null;
        answer = await post(write, options);
      }
      if (answer.status !== 200) throw refusalOf(answer);
      if (typeof answer.body['consentId'] !== 'string') throw badAnswer('no id of the record');
    },

    async signOut(options) {
      const answer = await ask('/session', { method: 'DELETE' }, options);
      if (answer.status !== 200 && answer.status !== 401) throw refusalOf(answer);
    },
  };
};
