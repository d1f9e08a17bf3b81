import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const read = (name: string): string => readFileSync(new URL(`./demo-link/${name}`, import.meta.url), 'utf8');

/**
 * `/demo/<persona>`: a page whose script opens a session for a made-up customer and goes on to the app. Mounted only
 * where the server listens on this machine alone; `personas` are those of the brand at `/`.
 */
export function demoLink(personas: () => readonly string[]): Hono {
  const page = read('page.html');
  const script = read('open.js');
  const style = read('open.css');
  const fresh = { 'Cache-Control': 'no-store' };
  return new Hono()
    .get('/open.js', (c) => c.body(script, 200, { ...fresh, 'Content-Type': 'text/javascript; charset=utf-8' }))
    .get('/open.css', (c) => c.body(style, 200, { ...fresh, 'Content-Type': 'text/css; charset=utf-8' }))
    .get('/:persona', (c, next) =>
      personas().includes(c.req.param('persona'))
        ? c.body(page, 200, { ...fresh, 'Content-Type': 'text/html; charset=utf-8' })
        : next(),
    );
}
