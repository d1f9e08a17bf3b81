import type { Call } from '#contract/call.ts';

/** A strong tag of the exact bytes. */
const etagOf = async (body: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)));
  return `"${Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
};

const matches = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => {
    const tag = one.trim();
    return tag === '*' || tag === etag || tag === `W/${etag}`;
  });

/** Fields that travel as headers leave the body. */
const withoutHeaderFields = (call: Call, output: Record<string, unknown>, headers: Headers): unknown => {
  if (!call.outputHeaders) return output;
  const body = { ...output };
  for (const [field, header] of Object.entries(call.outputHeaders)) {
    if (body[field] === true) headers.set(header, 'true');
    delete body[field];
  }
  return body;
};

/** What an answer may be kept as. A notice is for ever only under its number; "current" moves. */
const cacheOf = (call: Call, input: Record<string, unknown>): Call['cache'] =>
  call.cache === 'immutable' && Object.values(input).includes('current') ? 'revalidate' : call.cache;

/** The success that a call's output travels as. */
export const answer = async (
  request: Request,
  call: Call,
  input: Record<string, unknown>,
  output: Record<string, unknown>,
): Promise<Response> => {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  const body = JSON.stringify(withoutHeaderFields(call, output, headers));
  const cache = cacheOf(call, input);
  if (cache === 'no-store') {
    headers.set('Cache-Control', 'no-store');
    headers.set('Vary', 'Sec-GPC');
    return new Response(body, { headers });
  }
  headers.set('Cache-Control', cache === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache');
  const etag = await etagOf(body);
  headers.set('ETag', etag);
  if (!matches(request.headers.get('if-none-match'), etag)) return new Response(body, { headers });
  headers.delete('Content-Type');
  return new Response(null, { status: 304, headers });
};
