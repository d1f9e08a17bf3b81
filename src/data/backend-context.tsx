import { createContext, use } from 'react';
import type { Backend } from '#backend/port.ts';

const BackendContext = createContext<Backend | null>(null);

/** Hands the one backend of this page to everything that reads. */
export const BackendProvider = BackendContext.Provider;

export function useBackend(): Backend {
  const backend = use(BackendContext);
  if (backend === null) throw new Error('There is no backend here: put the component inside a BackendProvider.');
  return backend;
}
