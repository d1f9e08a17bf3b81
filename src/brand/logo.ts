import type { Problem } from './problem.ts';

const largest = 20_000;

/** All that a logo is drawn with. No script, no style sheet, no foreignObject, no image from elsewhere, no animation. */
const elements = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan title desc defs symbol use mask clipPath
   linearGradient radialGradient stop pattern`.split(/\s+/),
);

const part =
  /<!--[\s\S]*?-->|<\?xml[^>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|[^<]+/g;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entity = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** What an attribute must not do, and why not; null = it may stand. */
const refusal = (name: string, value: string): string | null => {
  const lower = name.toLowerCase();
  if (lower.startsWith('on')) return `"${name}" runs a script. Remove it.`;
  if (lower === 'style')
    return 'A style attribute is not allowed. Write fill, stroke and so on as attributes of their own.';
  if (lower === 'xmlns' || lower.startsWith('xmlns:')) return null;
  if (/^(xlink:)?href$|^src$/.test(lower) && !value.startsWith('#'))
    return `"${name}" points outside the file. Only a reference such as "#shape" may stand.`;
  if (/url\(\s*['"]?(?!#)/i.test(value) || /(?:javascript|data|https?|file):/i.test(value))
    return `"${name}" points outside the file. Only url(#shape) may stand.`;
  return null;
};

/**
 * Looks at a logo and makes it a data URI. The app shows it as an image only, where nothing in it could run; it is held
 * to a short list of elements all the same, because brands pass such files on.
 */
export const readLogo = (file: string, text: string): { readonly uri: string | null; readonly problems: Problem[] } => {
  const problems: Problem[] = [];
  const say = (offset: number, message: string): void => {
    problems.push({ file, line: text.slice(0, offset).split('\n').length, message });
  };
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > largest) {
    say(
      0,
      `The logo has ${bytes} bytes, and ${largest} is the most. Simplify its paths, or remove what an editor added.`,
    );
    return { uri: null, problems };
  }

  const open: string[] = [];
  let roots = 0;
  for (const match of text.matchAll(part)) {
    const [whole, closing, name, attributes = '', empty] = match;
    const at = match.index;
    if (name === undefined) {
      if (whole === '<') say(at, 'Here stands a "<" that begins no simple element. Save the file as plain SVG.');
      else if (!whole.startsWith('<') && entity.test(whole))
        say(at, 'Only &amp; &lt; &gt; &quot; and &apos; may stand. Write the sign itself.');
      continue;
    }
    if (closing) {
      if (open.pop() !== name) say(at, `</${name}> closes nothing that is open here. Save the file as plain SVG.`);
      continue;
    }
    if (open.length === 0 && (name !== 'svg' || roots > 0))
      say(at, `The file must be one <svg> element; here begins <${name}>.`);
    if (open.length === 0) {
      roots += 1;
      if (!/\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(attributes))
        say(at, 'Add xmlns="http://www.w3.org/2000/svg" to <svg>, or browsers show no image.');
      if (!/\sviewBox\s*=/.test(attributes)) say(at, 'Add a viewBox to <svg>, so that the logo can be sized.');
    }
    if (!elements.has(name))
      say(
        at,
        `<${name}> is not allowed in a logo. Draw with ${['path', 'rect', 'circle', 'text'].join(', ')} and gradients only.`,
      );
    for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
      const value = double ?? single ?? '';
      const why = entity.test(value) ? `"${key}" hides a sign as &…;. Write the sign itself.` : refusal(key, value);
      if (why) say(at, why);
    }
    if (!empty) open.push(name);
  }
  if (open.length > 0 || roots === 0)
    say(text.length, roots === 0 ? 'There is no <svg> in the file.' : `<${open.at(-1)}> is never closed.`);
  return { uri: problems.length > 0 ? null : `data:image/svg+xml,${encodeURIComponent(text.trim())}`, problems };
};
