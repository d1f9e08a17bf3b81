import type { CallName, Input, Output } from '#contract/contract.ts';
import type { ChoiceState } from '#contract/choices.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';

export interface CallOptions {
  /** Gives up waiting. The call may still have happened. */
  readonly signal?: AbortSignal;
  /** Let the request outlive the page (fetch keepalive). */
  readonly keepalive?: boolean;
}

/** What every backend answers: one function for each call of the contract. They throw `BackendError` only. */
export type Backend = {
  readonly [K in CallName]: (input: Input<K>, options?: CallOptions) => Promise<Output<K>>;
};

/** Who is calling, as the side that holds the truth sees it. */
export interface Caller {
  readonly brand: string;
  /** The session's secret: kept in a cookie by `serve`, in memory by a backend that lives in the browser. */
  readonly session: { read(): string | null; write(token: string | null, expiresAt: string | null): void };
  /** The browser's opt-out signal on this very call. */
  readonly gpc: boolean;
  /** May `openSession({demo})` be used: on loopback, or without a server. */
  readonly demoAllowed: boolean;
  /** Goes into the record as a salted commitment only (I7). */
  readonly evidence: { readonly ipPrefix: string | null; readonly userAgent: string | null };
}

/** A backend seen from the side that holds the truth: bound to one caller. */
export type Connect = (caller: Caller) => Backend;

/**
 * What went wrong on the way: no connection, no answer in time, an answer that is not one; or nothing did and still
 * nothing says that it is stored (`sent`): the same key, sent again, has it confirmed by a read.
 */
export type TransportCode = 'offline' | 'timeout' | 'bad_answer' | 'sent';

/** The only error a backend throws. `code` decides what the app does; `i18n` owns the sentence a customer reads. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: ProblemCode | TransportCode;
  /** For people who read logs: what is wrong and how to mend it. No personal data. */
  readonly detail: string;
  /** Milliseconds that the other side asked to wait; null = it did not say. */
  readonly retryAfter: number | null;
  /** With stale, notice_changed and unseen: the choices named, as they stand. */
  readonly current: readonly ChoiceState[];

  constructor(
    code: ProblemCode | TransportCode,
    detail: string,
    more: { retryAfter?: number | null; current?: readonly ChoiceState[]; cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause: more.cause });
    this.code = code;
    this.detail = detail;
    this.retryAfter = more.retryAfter ?? null;
    this.current = more.current ?? [];
  }

  /** The HTTP status it travels as; null for what never travelled. */
  get status(): number | null {
    return this.code in problems ? problems[this.code as ProblemCode] : null;
  }
}
