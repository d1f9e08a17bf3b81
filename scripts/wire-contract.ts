import type { Plugin } from 'vite';
import { lateCallsModule, wireModule } from '#contract/wire-module.ts';

/** What the page knows of the contract is made from its table when the app is built, served or tested. */
export const wireContract: Plugin = {
  name: 'wire-contract',
  resolveId: { filter: { id: /^virtual:(?:wire-contract|late-calls)$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0virtual:(?:wire-contract|late-calls)$/ },
    handler: (id) => (id.includes('late') ? lateCallsModule() : wireModule()),
  },
};
