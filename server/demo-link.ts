import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const pageFile = new URL('./demo-link/page.html', import.meta.url);
const scriptFile = new URL('./demo-link/open.js', import.meta.url);
const styleFile = new URL('./demo-link/open.css', import.meta.url);

/**
 * `/demo/<persona>`: a page whose script opens a session for a made-up customer and goes on to the app. Mounted only
 * where the server listens on this machine alone; `personas` are those of the brand at `/`.
 */
export function demoLink(personas: () => readonly string[]): Hono {
  const page = readFileSync(pageFile, 'utf8');
  const script = readFileSync(scriptFile, 'utf8');
  const style = readFileSync(styleFile, 'utf8');
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
