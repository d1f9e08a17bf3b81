import { noticeOf } from '#backend/notices-of.ts';
import { BackendError, type Backend, type CallOptions } from '#backend/port.ts';
import { termsOfBrand, type PublishedBrand } from '#backend/published-brand.ts';
import { throwingOnlyOurs } from '#backend/reachable.ts';
import { signalItems } from '#rules/signal.ts';
import type { C15tSettings } from './asking.ts';
import { c15tApi, type C15tWhole } from './c15t-api.ts';
import { choicesHeld, heldBy } from './fold-records.ts';
import { compose, nowOf, recordOfSending, settle, type Grounds, type Sending } from './sending.ts';

/** Over the network, and with what the page has: the brand's own files and its browser's signal. */
export interface C15tBackendSettings extends C15tSettings {
  readonly brand: () => PublishedBrand;
  readonly gpc: () => boolean;
}

const sent = () =>
  new BackendError('sent', 'It was sent, and nothing has confirmed it yet. Send the same again, with the same key.');

/**
 * Choices that a brand keeps in c15t. It has no versions and no idempotency, and its 200 does not say that anything was
 * stored: a decision is sent, answered as `sent`, and confirmed by a read that shows it, when the same key comes again.
 */
export const c15tBackend = (settings: C15tBackendSettings): Backend => {
  const api = c15tApi(settings);
  const flights = new Map<string, Sending>();
  let signalled = false;
  const grounds = (): Grounds => ({ notices: termsOfBrand(settings.brand()), gpc: settings.gpc() });

  /** Everything, with a browser's signal on record: once a page, and only where it turns something off. */
  const read = async (options?: CallOptions): Promise<C15tWhole> => {
    const whole = await api.read(options);
    const { notices, gpc } = grounds();
    if (!gpc || signalled) return whole;
    const items = signalItems(heldBy(whole.records, notices), notices, nowOf(whole));
    if (items.length > 0) await api.write(compose(whole, items, 'gpc', { notices, gpc }).write, options);
    signalled = true;
    return items.length > 0 ? api.read(options) : whole;
  };

  const send = async (key: string, sending: Sending, options?: CallOptions): Promise<never> => {
    flights.set(key, sending);
    await api.write(sending.write, options);
    flights.set(key, { ...sending, taken: true });
    throw sent();
  };

  /** Nobody is told what there is not before they have said who they are. */
  const none = (what: string) => async (_input: unknown, options?: CallOptions) => {
    await api.read(options);
    throw new BackendError('not_found', `c15t has no ${what}.`);
  };

  return throwingOnlyOurs({
    async getCapabilities() {
      return {
        brand: settings.brand().face,
        // Where c15t keeps its records, and whether they outlive a power cut, is known to who runs it.
        durability: 'unknown',
        receipts: null,
        idempotency: false,
        versions: false,
        history: false,
        overview: false,
        browserSubject: false,
        noticeChanges: false,
      };
    },

    getNotice: async (input) => noticeOf(settings.brand(), input, new Date().toISOString()),

    async getChoices(_input, options) {
      const whole = await read(options);
      const { notices, gpc } = grounds();
      return { customer: whole.customer, ...choicesHeld(whole.records, notices, nowOf(whole), gpc) };
    },

    async decide({ key, items, customer }, options) {
      const whole = await read(options);
      if (customer !== undefined && customer !== whole.customer) {
        throw new BackendError(
          'signed_out',
          'Another customer is signed in than the page shows. Read the choices again.',
        );
      }
      const flight = flights.get(key);
      if (flight && (flight.taken || recordOfSending(whole, flight))) {
        const next = await settle(whole, flight, grounds());
        if (next.kind === 'send') return send(key, next.sending, options);
        flights.delete(key);
        if (next.kind === 'asks') throw next.error;
        return next.answer;
      }
      // A true retry is the same record again. Where others wrote meanwhile, it is judged and put together anew.
      const same = flight && flight.base === (whole.records.at(-1)?.givenAt ?? 0);
      return send(key, same ? flight : compose(whole, items, 'customer', grounds()), options);
    },

    openSession: () => Promise.reject(new BackendError('forbidden', "Customers sign in at the brand's own page.")),
    async closeSession(_input, options) {
      await api.signOut(options);
      return {};
    },
    getNoticeChanges: () => Promise.reject(new BackendError('not_found', 'The page has one notice only.')),
    getOverview: none('overview'),
    listDecisions: none('history to show'),
    getReceipt: none('receipts'),
    listHoldings: none('records of customers'),
    listRecords: none('records of customers'),
    correctRecord: none('records of customers'),
    forget: none('records of customers'),
    listInferences: none('conclusions'),
    judgeInference: none('conclusions'),
    listActivity: none('activity'),
    listBenefits: none('benefits'),
    previewExperience: none('shop to show'),
    getProfile: none('questions'),
    answerQuestion: none('questions'),
    getSafety: none('facts on safety'),
    getExpectations: none('answers of customers'),
    recordExpectation: none('answers of customers'),
  });
};
