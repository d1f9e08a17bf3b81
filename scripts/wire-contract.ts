import type { Plugin } from 'vite';
import type { LateResource } from '#contract/contract.ts';
import { lateCallsModule, wireModule } from '#contract/wire-module.ts';

const late = /^\0virtual:late-calls\/(?<resource>[a-z-]+)$/;

/** What the page knows of the contract is made from its table when the app is built, served or tested. */
export const wireContract: Plugin = {
  name: 'wire-contract',
  resolveId: { filter: { id: /^virtual:(?:wire-contract|late-calls\/[a-z-]+)$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0virtual:(?:wire-contract|late-calls\/[a-z-]+)$/ },
    handler: (id) => {
      const resource = late.exec(id)?.groups?.['resource'];
      return resource === undefined ? wireModule() : lateCallsModule(resource as LateResource);
    },
  },
};
