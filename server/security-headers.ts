import type { MiddlewareHandler } from 'hono';

/**
 * What a page of ours may do: run and style itself with our own files, talk to us, and nothing else. `scripts` and
 * `styles` are the hashes of what stands in the page itself, as `'sha256-…'`.
 */
export const contentSecurityPolicy = (scripts: readonly string[] = [], styles: readonly string[] = []): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** For whatever is asked for. */
const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** For whatever a browser may show as a page of its own, or in a frame. */
const ofDocuments: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy(),
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
};

/** Scripts, styles and fonts are never shown: what is said of documents would only weigh on them, 0.6 kB each. */
const isPart = (type: string | null): boolean => /^(?:text\/(?:javascript|css)|font\/)/.test(type ?? '');

/**
 * The same headers on every answer, errors included; a page that allows pieces of its own brings its own policy. HSTS
 * only where customers really come over https. They are set on the answer there is: `c.header` would make a new one of
 * it each time.
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const strict = secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {};
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const all = isPart(headers.get('Content-Type')) ? always : { ...ofDocuments, ...always };
    for (const [name, value] of Object.entries({ ...all, ...strict })) if (!headers.has(name)) headers.set(name, value);
  };
}
