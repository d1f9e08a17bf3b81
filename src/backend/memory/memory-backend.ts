import type { Connect } from '#backend/port.ts';
import type { Brands } from '#backend/published-brand.ts';
import type { SubjectStore } from '#backend/subject-store.ts';
import { subjectService, type ServicePorts } from '#backend/subject-service.ts';
import { memoryBrowser } from './memory-browser.ts';
import { memoryExpectations } from './memory-expectations.ts';
import { memoryHoldings } from './memory-holdings.ts';
import { memorySigner } from './memory-signer.ts';
import { memorySessions, memorySubjects } from './memory-store.ts';
import { memoryTokens } from './memory-tokens.ts';
import { unkept, type Persistence } from './snapshot.ts';

/** What the memory backend needs, and what can be set. */
export interface MemorySettings extends Pick<
  ServicePorts,
  'now' | 'sessionLasts' | 'browserLasts' | 'signalFromInput' | 'refusedToken'
> {
  readonly brands: Brands;
  /** Where it is kept, and how well. Default: nowhere, `none`. */
  readonly storage?: { readonly persistence: Persistence; readonly durability: ServicePorts['durability'] };
  /** Stands between the rules and the store: a scenario's faults. Default: nothing. */
  readonly around?: (subjects: SubjectStore) => SubjectStore;
  /** It lives in one browser and serves no other, so that it knows whose press it is without a session. Default: no. */
  readonly inBrowser?: boolean;
  /** In front of "/v1/<brand>" in receipts. Default: "memory:". */
  readonly issuer?: string;
}

/** The reference backend: the whole contract with no server. Every other backend must pass the suite that it passes. */
export const memoryBackend = (settings: MemorySettings): Connect => {
  const { brands, storage, issuer = 'memory:', around, inBrowser = false, ...rest } = settings;
  const { persistence, durability } = storage ?? { persistence: unkept(), durability: 'none' };
  const subjects = memorySubjects(persistence);
  return subjectService({
    ...rest,
    brands,
    durability,
    subjects: around?.(subjects) ?? subjects,
    sessions: memorySessions(persistence),
    tokens: memoryTokens(persistence),
    holdings: memoryHoldings(persistence),
    expectations: memoryExpectations(persistence),
    browser: inBrowser ? memoryBrowser(persistence) : null,
    signer: memorySigner(persistence, issuer),
  });
};
