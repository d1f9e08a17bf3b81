import { createHash } from 'node:crypto';
import type { DrawnPage } from '#render-page.tsx';

/** What every document is made of beside the page in it. All of it comes from the build. */
export interface Template {
  /** The built index.html. */
  readonly html: string;
  /** The style sheet of the first page: it is small, and one round trip less. */
  readonly css: string;
  /** What comes beside it with the late page of a feature; "" where nothing does. */
  readonly looks: (feature: string) => string;
  /** The script that keeps what is pressed before the app is there, and says so when the app does not come. */
  readonly earlyPresses: string;
  /** The script that goes where the address leads, before anything can be pressed that would then move away. */
  readonly arrive: string;
  /** The file of a catalog of words, "/assets/…", by its source; null where there is none. */
  readonly file: (source: string) => string | null;
}

/** A document, and the inline pieces that its content policy must allow, as `'sha256-…'`. */
export interface Document {
  readonly html: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

const hashes = new Map<string, string>();

/** Of pieces that are the same from answer to answer: those of the build, and each brand's look. */
function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const made = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, made);
  const oldest = hashes.size > 64 ? hashes.keys().next().value : undefined;
  if (oldest !== undefined) hashes.delete(oldest);
  return made;
}

/** JSON that ends no script element and opens none, whatever is said in it. */
const dataOf = (state: unknown): string => JSON.stringify(state).replaceAll('<', String.raw`\u003c`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `theme` is what the address asks for, where it asks for one. */
export function documentOf(template: Template, page: DrawnPage, theme: string | null): Document {
  const styles = [template.css, page.feature === '' ? '' : template.looks(page.feature), page.css ?? ''].filter(
    (css) => css !== '',
  );
  const { earlyPresses, arrive } = template;
  const words = template.file(page.words);
  const look = theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : '';
  // Frames with nothing in them would only put off the one that shows the first switch.
  const firstSwitch = /id="(switch-[\w.-]+)"/.exec(page.html)?.[1];
  const head = [
    ...(firstSwitch === undefined ? [] : [`<link rel="expect" href="#${firstSwitch}" blocking="render">`]),
    ...styles.map((css) => `<style>${css}</style>`),
    `<script>${earlyPresses}</script>`,
    ...(words === null ? [] : [`<link rel="modulepreload" crossorigin href="${words}">`]),
  ];
  const { said, again } = page.notLoaded;
  const body = [
    `<p id="not-loaded" class="without-script" role="alert" hidden>${escaped(said)} <a href="">${escaped(again)}</a></p>`,
    page.withoutScript === null
      ? ''
      : `<noscript><p class="without-script">${escaped(page.withoutScript)}</p></noscript>`,
    `<div id="root">${page.html}</div>`,
    `<script>${arrive}</script>`,
    `<script type="application/json" id="evenhand-state">${dataOf(page.state)}</script>`,
  ];
  const pieces: readonly [RegExp, string][] = [
    [/<html[^>]*>/, `<html lang="${escaped(page.language)}" dir="${page.direction}"${look}>`],
    [/<title>[^<]*<\/title>/, `<title>${page.title}</title>`],
    // The state says what /evenhand.json would.
    [/[ \t]*<link rel="preload" href="\/evenhand\.json"[^>]*>\n/, ''],
    [/<link rel="stylesheet"[^>]*>/, head.join('\n    ')],
    [/<div id="root"><\/div>/, body.join('')],
  ];
  return {
    html: pieces.reduce((html, [place, piece]) => html.replace(place, () => piece), template.html),
    scripts: [earlyPresses, arrive].map(hashOf),
    styles: styles.map(hashOf),
  };
}
