import { turnedOn } from '#mocks/past.ts';
import { scenario } from '#mocks/scenario.ts';

export const gpc = scenario(
  'gpc',
  'The browser asks sites not to sell or share: what Maya had allowed of that is off, and the page says why.',
  { gpc: true, before: turnedOn('purchases.ads', 'browsing.ads') },
);
