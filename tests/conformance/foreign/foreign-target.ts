import { httpBackend } from '#backend/http/http-backend.ts';
import type { Backend } from '#backend/port.ts';
import { Excused } from '#tests/conformance/excused.ts';
import { httpBrowser } from '#tests/conformance/http-browser.ts';
import type { Browser, Open } from '#tests/conformance/target.ts';
import { castInto, castOver, type Cast } from './cast.ts';
import { readKey, signInWith, type Parties } from './sign-in.ts';

/** Anybody's server: where it is, its brand, and the key that signs customers in to it. */
export interface ForeignServer extends Parties {
  /** In front of "/v1": "http://127.0.0.1:4780". */
  readonly base: string;
  readonly brand: string;
  readonly key: string;
}

/** The cases call the brand by this name. */
const OURS = 'test-brand';

type Call = (input: unknown, options: unknown) => Promise<unknown>;

/** The backend as the cases speak to it: in the suite's words, its demo personas signed in by token. */
const inOurWords = (backend: Backend, cast: Cast, tokenFor: (persona: string) => Promise<string>): Backend => {
  const translated = Object.fromEntries(
    Object.entries(backend as unknown as Readonly<Record<string, Call>>).map(([name, call]) => [
      name,
      async (input: unknown, options: unknown) => {
        try {
          return cast.fromBrand(await call(cast.toBrand(input), options));
        } catch (error) {
          throw error instanceof Error ? Object.assign(error, cast.fromBrand({ current: currentOf(error) })) : error;
        }
      },
    ]),
  ) as unknown as Backend;
  const spoken: Backend = {
    ...translated,
    getNotice: ({ version, ...rest }) =>
      translated.getNotice({ ...rest, version: version === 1 ? 'current' : version }),
    async openSession({ demo, ...input }) {
      return translated.openSession(demo === undefined ? input : { ...input, token: await tokenFor(demo) });
    },
  };
  return castInto(spoken, cast);
};

const currentOf = (error: Error): unknown => (error as { current?: unknown }).current ?? [];

/**
 * A server that the suite did not start. It cannot be given brands, a clock or faults, so the cases that need those are
 * excused. Every case has customers of its own, named "conformance-…": nobody else's record is touched.
 */
export const foreignTarget =
  ({ base, brand, key, ...parties }: ForeignServer): Open =>
  async () => {
    const signIn = signInWith(readKey(key), parties);
    const cast = await castOver(await httpBackend({ baseUrl: base, brand }).getNotice({ version: 'current' }));
    const round = crypto.randomUUID().slice(0, 8);
    const tokenFor = async (persona: string): Promise<string> => {
      if (!persona.startsWith('fresh-')) throw new Excused(`there is no customer like the suite's "${persona}"`);
      return signIn(`conformance-${round}-${persona}`);
    };
    const browser = (): Browser => {
      const own = httpBrowser(base);
      const at = (name: string): Backend => {
        if (name === 'other-brand') throw new Excused('a second brand is not known to the suite');
        return inOurWords(own.at(name === OURS ? brand : name), cast, tokenFor);
      };
      return Object.defineProperty({ at } as Browser, 'gpc', {
        get: () => own.gpc,
        set: (gpc: boolean) => {
          own.gpc = gpc;
        },
      });
    };
    return {
      abilities: ['wire'],
      origin: base,
      foreign: {
        brand,
        cast,
        signInBody: async (persona) => JSON.stringify({ token: await tokenFor(persona) }),
        tokenWith: (claims) => signIn(`conformance-${round}-token`, claims),
      },
      browser,
      publish: () => Promise.reject(new Excused('the suite cannot publish notices here')),
      close: async () => undefined,
    };
  };
