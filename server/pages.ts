import type { Context } from 'hono';
import type { Backend } from '#backend/port.ts';
import type { Pages } from './rendered-page/pages.ts';
import type { StaticFiles } from './static-files.ts';

const notBuilt = 'The app is not built. Run "npm run build", then start the server again.';

const id = '[a-z][a-z0-9_]{0,47}';

/** The shapes of the app's own addresses, below a brand, or at the root for the default brand. */
const shapes: readonly RegExp[] = [
  '/?',
  `/data/${id}`,
  '/receipts/[1-9]\\d{0,9}',
  `/held(?:/${id})?`,
  '/concluded',
  '/activity',
  '/benefits',
  `/both-ways/${id}(?:\\.${id})?`,
  '/yourself',
  '/safety',
  '/right-now',
].map((shape) => new RegExp(`^${shape}$`));

/** What opening a page takes. */
interface Opening {
  readonly files: StaticFiles;
  /** In the order of their names; the first is the one at "/". */
  readonly brands: readonly string[];
  /** What draws pages; null where that is not built. */
  readonly pages: Pages | null;
  readonly connect: (brand: string) => Backend;
}

/**
 * A page for whoever opens one in a browser, drawn here where that can be, else by the app that comes in its place. An
 * address that is none of our pages is 404 for everybody; a person gets it with the app around it, which says so in the
 * brand's look.
 */
export async function openPage(c: Context, { files, brands, pages, connect }: Opening): Promise<Response> {
  const [, named = ''] = c.req.path.split('/');
  const brand = brands.includes(named) ? named : (brands[0] ?? '');
  const known = isPage(c.req.path, brands);
  const navigates = c.req.header('Accept')?.includes('text/html') ?? false;
  if (!known && !navigates) return c.notFound();
  const drawn = await pages?.draw(c.req.raw, brand, connect(brand), known ? 200 : 404);
  if (drawn) return drawn;
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
