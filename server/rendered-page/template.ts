import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './document.ts';
import { lateLooks, type Manifest } from './late-looks.ts';

/** A script of this folder on one line. */
const inline = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .replaceAll(/\s*\n\s*/g, '')
    .trim();

/** Reads the built app as a template; null where it is not built, or is another app's. */
export function readTemplate(folder: string): Template | null {
  const index = join(folder, 'index.html');
  const manifest = join(folder, '.vite/manifest.json');
  if (!existsSync(index) || !existsSync(manifest)) return null;
  const html = readFileSync(index, 'utf8');
  const style = /<link rel="stylesheet"[^>]*href="\/([^"]+)"/.exec(html)?.[1];
  if (style === undefined || !html.includes('<div id="root"></div>')) return null;
  const pieces = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  return {
    html,
    css: readFileSync(join(folder, style), 'utf8').trim(),
    looks: lateLooks(folder, pieces, style),
    earlyPresses: inline('early-presses.js'),
    arrive: inline('arrive.js'),
    file: (source) => {
      const file = pieces[source]?.file;
      return file === undefined ? null : `/${file}`;
    },
  };
}
