import * as z from 'zod/mini';
import { call } from './call.ts';
import { Capabilities } from './capabilities.ts';
import { Choices } from './choices.ts';
import { Command, DecisionAnswer, DecisionPage, IdempotencyKey, Receipt } from './decisions.ts';
import { heldCalls } from './held-calls.ts';
import { PublishedNotice } from './notice.ts';
import { NoticeChanges } from './notice-changes.ts';
import { Overview } from './overview.ts';
import { Language } from './primitives.ts';
import { OpenSession, Session } from './session.ts';

/** Which notice: by its version, or the one now in force. */
const NoticeVersion = z.union([z.literal('current'), z.coerce.number().check(z.int(), z.gte(1))]);

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
  ...heldCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type Input<K extends CallName> = z.output<Contract[K]['input']>;
/** What a call answers. */
export type Output<K extends CallName> = z.output<Contract[K]['output']>;
