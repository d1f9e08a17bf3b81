import * as z from 'zod/mini';
import { ActivityFilter, ActivityPage } from './activity.ts';
import { Ledger } from './benefits.ts';
import { Capabilities } from './capabilities.ts';
import { Choices } from './choices.ts';
import { Command, DecisionAnswer, DecisionPage, IdempotencyKey, OnScreenOf, Receipt } from './decisions.ts';
import { Expectation, Expectations } from './expectations.ts';
import { Corrected, Forgetting, ForgettingDone, HoldingsList, RecordFilter, RecordId, RecordPage } from './holdings.ts';
import { Inferences, Judged, Judgement } from './inferences.ts';
import { PublishedNotice } from './notice.ts';
import { NoticeChanges } from './notice-changes.ts';
import { Overview } from './overview.ts';
import { Preview } from './preview.ts';
import { ChoiceId, Id, Language } from './primitives.ts';
import type { ProblemCode } from './problems.ts';
import { Answered, AnswerValue, Profile } from './profile.ts';
import { Safety } from './safety.ts';
import { OpenSession, Session } from './session.ts';

/** One call: everything that both sides of the wire need to know of it. */
export interface Call<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below "/v1/{brand}". `{name}` is filled from the input's field of that name. */
  readonly path: string;
  readonly summary: string;
  readonly auth: 'none' | 'session';
  /** The fields not in `path` or `inputHeaders` travel in the query (GET, DELETE) or the JSON body (POST). */
  readonly input: I;
  /** Fields that travel as request headers. */
  readonly inputHeaders?: Readonly<Record<string, string>>;
  readonly output: O;
  /** Boolean fields of the output that travel as response headers ("true" or absent). */
  readonly outputHeaders?: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemCode[];
  /** `immutable` for what can never change under its address; personal data is `no-store`. */
  readonly cache: 'no-store' | 'revalidate' | 'immutable';
  /** Not made by the first page: what a page must know of it comes with the first call of this resource. */
  readonly late?: LateResource;
}

/** Calls that a page learns of together. */
export type LateResource =
  | 'notice-changes'
  | 'decisions'
  | 'holdings'
  | 'inferences'
  | 'activity'
  | 'benefits'
  | 'preview'
  | 'profile'
  | 'safety'
  | 'expectations';

/** Which notice: by its version, or the one now in force. */
const NoticeVersion = z.union([z.literal('current'), z.coerce.number().check(z.int(), z.gte(1))]);

const call = <I extends z.ZodMiniType, O extends z.ZodMiniType>(definition: Call<I, O>): Call<I, O> => definition;

/**
 * The only list of calls. From it come, by type or by loop: the port, the HTTP adapter, `serve`, the mock's handlers,
 * the server's mount, the OpenAPI document and the conformance suite.
 */
export const contract = {
  getCapabilities: call({
    method: 'GET',
    path: '/capabilities',
    summary: 'What this backend can do, the keys it signs receipts with, and the face of the brand.',
    auth: 'none',
    input: z.strictObject({}),
    output: Capabilities,
    problems: ['not_found'],
    cache: 'revalidate',
  }),
  openSession: call({
    method: 'POST',
    path: '/session',
    summary: 'Open a session for a customer. Over HTTP it is kept in a cookie, never in the answer.',
    auth: 'none',
    input: OpenSession,
    output: Session,
    problems: ['malformed', 'forbidden', 'not_found', 'too_many', 'busy'],
    cache: 'no-store',
  }),
  closeSession: call({
    method: 'DELETE',
    path: '/session',
    summary: 'End the session. Nothing decided changes.',
    auth: 'none',
    input: z.strictObject({}),
    output: z.object({}),
    problems: [],
    cache: 'no-store',
  }),
  getNotice: call({
    method: 'GET',
    path: '/notices/{version}',
    summary: 'A notice by version, or the one now in force ("current"), in one language.',
    auth: 'none',
    input: z.strictObject({
      version: NoticeVersion,
      language: z.optional(Language),
    }),
    output: PublishedNotice,
    problems: ['malformed', 'not_found'],
    cache: 'immutable',
  }),
  getNoticeChanges: call({
    method: 'GET',
    path: '/notices/{version}/changes',
    summary: 'What a notice changed since an older version of it: facts by id, and which older grants they suspend.',
    auth: 'none',
    input: z.strictObject({
      version: NoticeVersion,
      since: z.coerce.number().check(z.int(), z.gte(1)),
      language: z.optional(Language),
    }),
    output: NoticeChanges,
    problems: ['malformed', 'not_found'],
    cache: 'revalidate',
    late: 'notice-changes',
  }),
  getOverview: call({
    method: 'GET',
    path: '/me/overview',
    summary: 'What is held in each category, what the customer got for it, and when it was used.',
    auth: 'session',
    input: z.strictObject({}),
    output: Overview,
    problems: ['signed_out', 'not_found', 'busy'],
    cache: 'no-store',
  }),
  getChoices: call({
    method: 'GET',
    path: '/me/choices',
    summary: 'Every choice as it stands: decided, in force, and why.',
    auth: 'session',
    input: z.strictObject({}),
    output: Choices,
    problems: ['signed_out', 'not_found', 'busy'],
    cache: 'no-store',
  }),
  decide: call({
    method: 'POST',
    path: '/me/decisions',
    summary: 'Record one act of choosing. Withdrawals always apply; a grant must have seen what it changes.',
    auth: 'session',
    input: z.extend(Command, { key: IdempotencyKey }),
    inputHeaders: { key: 'Idempotency-Key' },
    output: DecisionAnswer,
    outputHeaders: { replayed: 'Idempotency-Replayed' },
    problems: [
      'malformed',
      'no_key',
      'signed_out',
      'forbidden',
      'not_found',
      'notice_changed',
      'stale',
      'too_large',
      'key_reused',
      'unseen',
      'too_many',
      'busy',
    ],
    cache: 'no-store',
  }),
  listDecisions: call({
    method: 'GET',
    path: '/me/decisions',
    summary: 'The log of decisions, newest first.',
    auth: 'session',
    input: z.strictObject({
      cursor: z.optional(z.string().check(z.maxLength(200))),
      limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
    }),
    output: DecisionPage,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'decisions',
  }),
  getReceipt: call({
    method: 'GET',
    path: '/me/decisions/{seq}/receipt',
    summary: 'The signed receipt of one decision.',
    auth: 'session',
    input: z.strictObject({ seq: z.coerce.number().check(z.int(), z.gte(1)) }),
    output: Receipt,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'decisions',
  }),
  listHoldings: call({
    method: 'GET',
    path: '/me/holdings',
    summary: 'What is held in each category: how much, since when, where from.',
    auth: 'session',
    input: z.strictObject({}),
    output: HoldingsList,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'holdings',
  }),
  listRecords: call({
    method: 'GET',
    path: '/me/records',
    summary: 'The records themselves, newest first.',
    auth: 'session',
    input: RecordFilter,
    output: RecordPage,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'holdings',
  }),
  correctRecord: call({
    method: 'POST',
    path: '/me/records/{record}/corrections',
    summary: 'Put a record right.',
    auth: 'session',
    input: z.strictObject({
      record: RecordId,
      value: z.string().check(z.minLength(1), z.maxLength(500)),
      customer: OnScreenOf,
      key: IdempotencyKey,
    }),
    inputHeaders: { key: 'Idempotency-Key' },
    output: Corrected,
    outputHeaders: { replayed: 'Idempotency-Replayed' },
    problems: [
      'malformed',
      'no_key',
      'signed_out',
      'forbidden',
      'not_found',
      'too_large',
      'key_reused',
      'too_many',
      'busy',
    ],
    cache: 'no-store',
    late: 'holdings',
  }),
  forget: call({
    method: 'POST',
    path: '/me/forgettings',
    summary: 'Forget a record, a category, or everything that no law or contract keeps.',
    auth: 'session',
    input: z.extend(Forgetting, { customer: OnScreenOf, key: IdempotencyKey }),
    inputHeaders: { key: 'Idempotency-Key' },
    output: ForgettingDone,
    outputHeaders: { replayed: 'Idempotency-Replayed' },
    problems: [
      'malformed',
      'no_key',
      'signed_out',
      'forbidden',
      'not_found',
      'too_large',
      'key_reused',
      'too_many',
      'busy',
    ],
    cache: 'no-store',
    late: 'holdings',
  }),
  listInferences: call({
    method: 'GET',
    path: '/me/inferences',
    summary: 'What was concluded about the customer, from what, and what for; and the picture that all of it makes.',
    auth: 'session',
    input: z.strictObject({ language: z.optional(Language) }),
    output: Inferences,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'inferences',
  }),
  judgeInference: call({
    method: 'POST',
    path: '/me/inferences/{inference}/judgements',
    summary: 'Say that a conclusion is right or wrong, remove it, or forbid it for good.',
    auth: 'session',
    input: z.strictObject({
      inference: RecordId,
      judgement: Judgement,
      customer: OnScreenOf,
      key: IdempotencyKey,
    }),
    inputHeaders: { key: 'Idempotency-Key' },
    output: Judged,
    outputHeaders: { replayed: 'Idempotency-Replayed' },
    problems: [
      'malformed',
      'no_key',
      'signed_out',
      'forbidden',
      'not_found',
      'too_large',
      'key_reused',
      'too_many',
      'busy',
    ],
    cache: 'no-store',
    late: 'inferences',
  }),
  listActivity: call({
    method: 'GET',
    path: '/me/activity',
    summary: 'What was done with the data, newest first.',
    auth: 'session',
    input: ActivityFilter,
    output: ActivityPage,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'activity',
  }),
  listBenefits: call({
    method: 'GET',
    path: '/me/benefits',
    summary: 'The ledger of benefits really received in a calendar year.',
    auth: 'session',
    input: z.strictObject({ year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))) }),
    output: Ledger,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'benefits',
  }),
  previewExperience: call({
    method: 'GET',
    path: '/me/preview',
    summary: 'The same shop window, e-mail or offer with and without a use or a category.',
    auth: 'session',
    input: z.strictObject({ about: z.union([Id, ChoiceId]), language: z.optional(Language) }),
    output: Preview,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'preview',
  }),
  getProfile: call({
    method: 'GET',
    path: '/me/profile',
    summary: 'The questions of the brand, and what the customer answered.',
    auth: 'session',
    input: z.strictObject({ language: z.optional(Language) }),
    output: Profile,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'profile',
  }),
  answerQuestion: call({
    method: 'POST',
    path: '/me/profile/{question}/answers',
    summary: 'Answer a question, or take the answer back (null).',
    auth: 'session',
    input: z.strictObject({
      question: Id,
      value: z.nullable(AnswerValue),
      customer: OnScreenOf,
      key: IdempotencyKey,
    }),
    inputHeaders: { key: 'Idempotency-Key' },
    output: Answered,
    outputHeaders: { replayed: 'Idempotency-Replayed' },
    problems: [
      'malformed',
      'no_key',
      'signed_out',
      'forbidden',
      'not_found',
      'too_large',
      'key_reused',
      'too_many',
      'busy',
    ],
    cache: 'no-store',
    late: 'profile',
  }),
  getSafety: call({
    method: 'GET',
    path: '/me/safety',
    summary: 'How the data is kept safe, and what went wrong.',
    auth: 'session',
    input: z.strictObject({ language: z.optional(Language) }),
    output: Safety,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'safety',
  }),
  getExpectations: call({
    method: 'GET',
    path: '/me/expectations',
    summary: 'What the customer said of cards in the week that is open.',
    auth: 'session',
    input: z.strictObject({}),
    output: Expectations,
    problems: ['malformed', 'signed_out', 'not_found', 'busy'],
    cache: 'no-store',
    late: 'expectations',
  }),
  recordExpectation: call({
    method: 'POST',
    path: '/me/expectations',
    summary: 'Say whether a card was expected. A second answer of the same week replaces the first.',
    auth: 'session',
    input: z.extend(Expectation, { customer: OnScreenOf }),
    output: Expectations,
    problems: ['malformed', 'signed_out', 'forbidden', 'not_found', 'too_large', 'too_many', 'busy'],
    cache: 'no-store',
    late: 'expectations',
  }),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type Input<K extends CallName> = z.output<Contract[K]['input']>;
/** What a call answers. */
export type Output<K extends CallName> = z.output<Contract[K]['output']>;
