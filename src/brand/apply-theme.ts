import type { Theme } from '#contract/capabilities.ts';
import { colourNames } from './colour-names.ts';

const number = String.raw`(?:0|1|0?\.\d{1,6}|\d{1,3}(?:\.\d{1,6})?)`;
const colour = new RegExp(`^oklch\\(${number} ${number} ${number}\\)$`);

/** What a value of each kind looks like. Anything else could say more to a style sheet than a value does. */
const kinds = {
  font: /^(?:"[A-Za-z][A-Za-z0-9 -]{0,40}"|[a-z][a-z-]{0,20})(?:, (?:"[A-Za-z][A-Za-z0-9 -]{0,40}"|[a-z][a-z-]{0,20})){0,6}$/,
  radius: /^(?:\d|1[0-6])px$/,
  density: /^(?:1|0\.\d{1,2})$/,
} as const;

/** The declarations of a theme, or null if one value is missing or not of its kind. */
const declarations = ({ light, dark, both }: Theme): string[] | null => {
  const lines: string[] = [];
  for (const name of colourNames) {
    const [day = '', night = ''] = [light[name], dark[name]];
    if (!colour.test(day) || !colour.test(night)) return null;
    lines.push(`--${name}: light-dark(${day}, ${night});`);
  }
  for (const [name, kind] of Object.entries(kinds)) {
    const value = both[name] ?? '';
    if (!kind.test(value)) return null;
    lines.push(`--${name}: ${value};`);
  }
  return lines;
};

/** A theme as a style sheet; null if one value is missing or not of its kind, so that nothing but values is in it. */
export const themeCss = (theme: Theme): string | null => {
  const lines = declarations(theme);
  return (
    lines &&
    `:root{color-scheme:light dark;${lines.join('')}}` +
      ':root[data-theme="light"]{color-scheme:light}:root[data-theme="dark"]{color-scheme:dark}'
  );
};

const sheets = new WeakMap<Document, CSSStyleSheet>();

/**
 * Puts a brand's theme on a document, in a constructed style sheet, so that a strict content policy allows it. Light or
 * dark is the system's, or `data-theme="light"` or "dark" on <html>. A theme with one value that is not a colour,
 * length, factor or list of fonts is not applied at all, and the app's own colours stay. Answers whether it was applied.
 */
export const applyTheme = (theme: Theme, document: Document): boolean => {
  const css = themeCss(theme);
  const view = document.defaultView;
  if (css === null || !view) return false;
  const sheet = sheets.get(document) ?? new view.CSSStyleSheet();
  sheets.set(document, sheet);
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  sheet.replaceSync(css);
  return true;
};
