import type { Plugin } from 'vite';
import type { LateResource } from '#contract/call.ts';
import { lateCallsModule, lateModule, wireModule } from '#contract/wire-module.ts';

const sourceOf = (id: string): string => {
  const [, late, resource] = id.split(/:|\//);
  if (late === 'wire-contract') return wireModule();
  return resource === undefined ? lateModule() : lateCallsModule(resource as LateResource);
};

/** What the page knows of the contract is made from its table when the app is built, served or tested. */
export const wireContract: Plugin = {
  name: 'wire-contract',
  resolveId: { filter: { id: /^virtual:(?:wire-contract|late-calls(?:\/[a-z-]+)?)$/ }, handler: (id) => `\0${id}` },
  load: { filter: { id: /^\0virtual:(?:wire-contract|late-calls(?:\/[a-z-]+)?)$/ }, handler: sourceOf },
};
