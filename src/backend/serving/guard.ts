import { BackendError } from '#backend/port.ts';

/** What a page on another site cannot do: set this header without being asked first, and hide where it stands. */
const CLIENT_HEADER = 'Evenhand-Client';

/**
 * Refuses a changing request that another site could have made (CSRF). Needed: the client header, and an `Origin` or
 * `Sec-Fetch-Site` that says the page is ours. `origins` = the origins that are ours.
 */
export const refuseForeign = (request: Request, origins: readonly string[]): void => {
  const { headers } = request;
  if (headers.get(CLIENT_HEADER) !== 'web') {
    throw new BackendError('forbidden', `Send "${CLIENT_HEADER}: web" with every request that changes something.`);
  }
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const foreign =
    (site !== null && site !== 'same-origin') ||
    (origin !== null && !origins.includes(origin)) ||
    (site === null && origin === null);
  if (foreign) {
    throw new BackendError(
      'forbidden',
      'Only pages of this site may change something. Call from the same origin, and send its "Origin".',
    );
  }
};
