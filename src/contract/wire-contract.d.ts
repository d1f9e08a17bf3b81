/** The contract as a page carries it, made from `contract.ts` by `wire-module.ts` whenever the app is built or served. */
declare module 'virtual:wire-contract' {
  import type { Schema } from '#contract/check.ts';
  import type { Call } from '#contract/call.ts';
  import type { CallName } from '#contract/contract.ts';

  /** What the browser's side needs to know of a call. */
  export type WireCall = Pick<Call, 'method' | 'path' | 'inputHeaders' | 'outputHeaders' | 'cache'> & {
    readonly output: Schema;
  };
  /** null = it is among the late calls. */
  export const calls: Readonly<Record<CallName, WireCall | null>>;
  export const shapes: Readonly<Record<'Problem' | 'BackendConfig' | 'ReceiptStatement', Schema>>;
}

/** Where the calls are that the first page does not make: each with the others of its resource. */
declare module 'virtual:late-calls' {
  import type { CallName } from '#contract/contract.ts';
  import type { WireCall } from 'virtual:wire-contract';

  type Calls<T> = Readonly<Partial<Record<CallName, T>>>;
  export const lateCalls: Calls<() => Promise<{ readonly calls: Calls<WireCall> }>>;
}
