import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';

/**
 * Brings the notice now in force onto the screen. It never comes by itself: what a customer is reading does not change
 * under their eyes.
 */
export function useShowNewNotice(): () => void {
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: ['notice'] }), [client]);
}
