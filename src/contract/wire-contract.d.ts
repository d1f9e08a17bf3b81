/** The contract as a page carries it, made from `contract.ts` by `wire-module.ts` whenever the app is built or served. */
declare module 'virtual:wire-contract' {
  import type { Schema } from '#contract/check.ts';
  import type { Call, CallName, LateResource } from '#contract/contract.ts';

  /** What the browser's side needs to know of a call. */
  export type WireCall = Pick<Call, 'method' | 'path' | 'inputHeaders' | 'outputHeaders' | 'cache'> & {
    readonly output: Schema;
  };
  /** A resource's name in place of a call = it is among the late calls of that resource. */
  export const calls: Readonly<Record<CallName, WireCall | LateResource>>;
  export const shapes: Readonly<Record<'Problem' | 'BackendConfig' | 'ReceiptStatement', Schema>>;
}

/** Where the calls are that the first page does not make. */
declare module 'virtual:late-calls' {
  import type { CallName, LateResource } from '#contract/contract.ts';
  import type { WireCall } from 'virtual:wire-contract';

  /** Brings the calls of a resource, which the first page does not make. */
  export const lateCalls: Readonly<
    Record<LateResource, () => Promise<{ readonly calls: Readonly<Partial<Record<CallName, WireCall>>> }>>
  >;
}
