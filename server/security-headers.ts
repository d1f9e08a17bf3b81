import type { MiddlewareHandler } from 'hono';

/** What a page of ours may do: run and style itself with our own files, talk to us, and nothing else. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
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

const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
};

/** The same headers on every answer, errors included. HSTS only where customers really come over https. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  const headers = Object.entries(
    secure ? { ...always, 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : always,
  );
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.header(name, value);
  };
}
