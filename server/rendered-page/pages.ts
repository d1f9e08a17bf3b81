import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { BackendError, type Backend } from '#backend/port.ts';
import type { BrandId } from '#contract/primitives.ts';
import { acceptsBrotli } from '#server/content-encoding.ts';
import { describeError, type Log } from '#server/log.ts';
import { contentSecurityPolicy } from '#server/security-headers.ts';
import type { DrawnPage, PageRequest } from '#render-page.tsx';
import { documentOf, type Template } from './document.ts';

/** What draws pages: the server build of the app. */
export interface Renderer {
  readonly renderPage: (request: PageRequest) => Promise<DrawnPage>;
  readonly renderPublicPage: (request: PageRequest) => Promise<DrawnPage>;
}

/** Pages as the server draws them, each for the request that asks for it. */
export interface Pages {
  /** `backend` is bound to whoever asks. Null where no page can be drawn: then the browser draws it. */
  readonly draw: (request: Request, brand: BrandId, backend: Backend, status: number) => Promise<Response | null>;
}

const compress = promisify(brotliCompress);

/** Framed, a page is seen by whoever framed it: nothing of a customer is in it. So is what a script fetches. */
const isPersonal = (request: Request): boolean => (request.headers.get('Sec-Fetch-Dest') ?? 'document') === 'document';

export function createPages(template: Template, renderer: Renderer, log: Log): Pages {
  const rendered = async (request: PageRequest, personal: boolean): Promise<DrawnPage | null> => {
    try {
      if (personal) return await renderer.renderPage(request);
    } catch (error) {
      const told = error instanceof Error && error.name === 'BackendError' ? (error as BackendError).code : null;
      if (told === null) log.error(describeError(error), 'a page could not be drawn');
      // What is not there is not shown as something else first: the browser says so.
      if (told === 'not_found') return null;
    }
    try {
      return await renderer.renderPublicPage(request);
    } catch (error) {
      log.error(describeError(error), 'the public page could not be drawn');
      return null;
    }
  };

  return {
    async draw(request, brand, backend, status) {
      const address = new URL(request.url);
      const page = await rendered(
        {
          backend,
          brand,
          address,
          cookies: request.headers.get('Cookie') ?? '',
          browser: request.headers.get('Accept-Language') ?? '',
        },
        isPersonal(request),
      );
      if (page === null) return null;
      const { html, scripts, styles } = documentOf(template, page, address.searchParams.get('theme'));
      const headers = new Headers({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': contentSecurityPolicy(scripts, styles),
        Vary: 'Accept-Encoding',
      });
      if (request.method === 'HEAD') return new Response(null, { status, headers });
      if (!acceptsBrotli(request.headers.get('Accept-Encoding') ?? undefined)) {
        return new Response(html, { status, headers });
      }
      headers.set('Content-Encoding', 'br');
      return new Response(new Uint8Array(await compress(html, quickly)), { status, headers });
    },
  };
}

/** Each page is made for one customer and sent once. */
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
