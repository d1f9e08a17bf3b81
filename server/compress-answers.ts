import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { acceptsBrotli, addVary } from './content-encoding.ts';

const compress = promisify(brotliCompress);
const smallest = 1_000;
const keptAnswers = 32;

/**
 * Brotli for JSON above 1 kB. Answers that are the same for everybody (a notice) are compressed once, well, and kept
 * by their own text, so that a changed one can never be answered with an old copy.
 */
export function compressAnswers(): MiddlewareHandler {
  const kept = new Map<string, Promise<Buffer>>();

  const compressOnce = (text: string): Promise<Buffer> => {
    const known = kept.get(text);
    if (known) return known;
    const made = compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    kept.set(text, made);
    made.catch(() => kept.delete(text));
    const oldest = kept.size > keptAnswers ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return made;
  };

  return async (c, next) => {
    await next();
    const { res } = c;
    if (!/json/.test(res.headers.get('Content-Type') ?? '') || res.headers.has('Content-Encoding')) return;
    res.headers.set('Vary', addVary(res.headers.get('Vary'), 'Accept-Encoding'));
    if (!acceptsBrotli(c.req.header('Accept-Encoding')) || c.req.method === 'HEAD') return;
    const text = await res.text();
    const headers = new Headers(res.headers);
    c.res = undefined;
    if (Buffer.byteLength(text) <= smallest) {
      c.res = new Response(text, { status: res.status, headers });
      return;
    }
    const personal = /no-store/.test(headers.get('Cache-Control') ?? 'no-store');
    const small = personal
      ? await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await compressOnce(text);
    headers.delete('Content-Length');
    headers.set('Content-Encoding', 'br');
    // The tag was made of the bytes before; of these it only says that they mean the same.
    const etag = headers.get('ETag');
    if (etag) headers.set('ETag', etag.replace(/^(?!W\/)/, 'W/'));
    c.res = new Response(new Uint8Array(small), { status: res.status, headers });
  };
}
