import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useBackend } from './backend-context.tsx';
import { dropPersonal } from './query-client.ts';

/**
 * Ends the session; `ended` is called when it has. `failed` = the backend did not answer, so the customer is still
 * signed in.
 */
export function useSignOut(ended: () => void): { signOut: () => Promise<void>; state: 'idle' | 'busy' | 'failed' } {
  const backend = useBackend();
  const client = useQueryClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const signOut = async (): Promise<void> => {
    setState('busy');
    try {
      await backend.closeSession({});
      dropPersonal(client);
      setState('idle');
      ended();
    } catch {
      setState('failed');
    }
  };
  return { signOut, state };
}
