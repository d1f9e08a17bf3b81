import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { acceptsBrotli } from './content-encoding.ts';

interface StaticFile {
  readonly type: string;
  readonly cache: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer> | null;
}

/** The built app, read once: nothing outside it can be asked for, and no request waits for the disk. */
export interface StaticFiles {
  /** The answer for a path, "/assets/app.js"; null where there is no such file. */
  answer(path: string, request: Request): Response | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Files that carry the hash of their content in their name never change under it. */
const hashed = /\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Reads the app from its folder. Files of a kind that is not listed here are not served. */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  if (existsSync(folder)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const hidden = name.split(sep).some((part) => part.startsWith('.'));
      const type = hidden ? undefined : types[extname(name)];
      if (type) files.set(`/${name.split(sep).join('/')}`, readFile(folder, name, type));
    }
  }
  return {
    answer(path, request) {
      const file = files.get(path);
      return file ? answerWith(file, request) : null;
    },
  };
}

function readFile(folder: string, name: string, type: string): StaticFile {
  const path = join(folder, name);
  const plain = new Uint8Array(readFileSync(path));
  return {
    type,
    cache: hashed.test(`/${name}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    brotli: existsSync(`${path}.br`) ? new Uint8Array(readFileSync(`${path}.br`)) : null,
  };
}

function answerWith(file: StaticFile, request: Request): Response {
  const small = acceptsBrotli(request.headers.get('Accept-Encoding') ?? undefined) ? file.brotli : null;
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Cache-Control': file.cache,
    // Each coding of a file has its own strong tag (RFC 9110, 8.8.3.3).
    ETag: small ? file.etag.replace(/"$/, '-br"') : file.etag,
    Vary: 'Accept-Encoding',
  };
  const known = (request.headers.get('If-None-Match') ?? '').split(/,\s*/).map((tag) => tag.replace(/^W\//, ''));
  if (known.includes(headers['ETag'] ?? '')) return new Response(null, { status: 304, headers });
  const body = small ?? file.plain;
  headers['Content-Length'] = String(body.byteLength);
  if (small) headers['Content-Encoding'] = 'br';
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}
