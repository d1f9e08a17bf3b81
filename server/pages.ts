import type { Context } from 'hono';
import type { StaticFiles } from './static-files.ts';

const notBuilt = 'The app is not built. Run "npm run build", then start the server again.';

/** The shapes of the app's own addresses, below a brand, or at the root for the default brand. */
const shapes: readonly RegExp[] = [/^\/?$/, /^\/data\/[a-z][a-z0-9_]{0,47}$/, /^\/receipts\/[1-9]\d{0,9}$/];

/**
 * The app for whoever opens a page of it in a browser. An address that is none of its pages is 404 for everybody; a
 * person gets it with the app around it, which says so in the brand's look.
 */
export function openPage(c: Context, files: StaticFiles, brands: readonly string[]): Response | Promise<Response> {
  const known = isPage(c.req.path, brands);
  const navigates = c.req.header('Accept')?.includes('text/html') ?? false;
  if (!known && !navigates) return c.notFound();
  const app = files.answer('/index.html', known ? c.req.raw : unconditional(c.req.raw));
  if (!app) return c.text(notBuilt, 503);
  return known ? app : new Response(app.body, { status: 404, headers: app.headers });
}

/** An address that is not there is never "not modified". */
const unconditional = (request: Request): Request => {
  const headers = new Headers(request.headers);
  headers.delete('If-None-Match');
  return new Request(request.url, { method: request.method, headers });
};

function isPage(path: string, brands: readonly string[]): boolean {
  const [, brand = '', below = ''] = /^\/([^/]+)(.*)$/.exec(path) ?? [];
  const page = brands.includes(brand) ? below : path;
  return shapes.some((shape) => shape.test(page));
}

/** For whoever is no browser. */
export const sayNotFound = (c: Context): Response =>
  c.text('There is nothing at this address.', 404, { 'Cache-Control': 'no-store' });
