/** The contract as a page carries it, made from `contract.ts` by `wire-module.ts` whenever the app is built or served. */
declare module 'virtual:wire-contract' {
  import type { Schema } from '#contract/check.ts';
  import type { Call, CallName } from '#contract/contract.ts';

  /** What the browser's side needs to know of a call. */
  export type WireCall = Pick<Call, 'method' | 'path' | 'inputHeaders' | 'outputHeaders' | 'cache'> & {
    readonly output: Schema;
  };
  export const calls: Readonly<Record<CallName, WireCall>>;
  export const shapes: Readonly<Record<'Problem' | 'BackendConfig' | 'ReceiptStatement', Schema>>;
}
