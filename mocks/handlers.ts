import { http, type HttpHandler } from 'msw/http';
import type { Handler } from './fault.ts';

/** Everything below /v1 goes to the production handler; there are no answers of the mock's own. */
export const handlers = (handler: Handler): HttpHandler[] => [http.all('*/v1/*', ({ request }) => handler(request))];
