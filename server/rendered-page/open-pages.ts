import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Log } from '#server/log.ts';
import { createPages, type Pages, type Renderer } from './pages.ts';
import { readTemplate } from './template.ts';

/** Where the two builds of the app are. */
export interface Builds {
  /** The folder of the browser's. */
  readonly app: string;
  /** The file of the server's, that draws pages. */
  readonly renderer: string;
}

/** What draws pages; null where one of the builds is not there, and browsers draw all by themselves. */
export async function openPages({ app, renderer }: Builds, log: Log): Promise<Pages | null> {
  const template = readTemplate(app);
  if (!template || !existsSync(renderer)) return null;
  return createPages(template, (await import(pathToFileURL(renderer).href)) as Renderer, log);
}
