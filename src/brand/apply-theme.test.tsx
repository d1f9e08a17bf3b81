import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Theme } from '#contract/capabilities.ts';
import { applyTheme } from './apply-theme.ts';
import { themeOf } from './tokens.ts';

const authored = {
  accent: '#005b82',
  tint: '#f7f2ea',
  font: 'Inter, Helvetica Neue',
  radius: 8,
  density: 'compact',
} as const;
const { theme } = themeOf(authored);

const css = (): string =>
  document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');

beforeEach(() => {
  document.adoptedStyleSheets = [];
});

test('A theme is put on the document as custom properties, light and dark in one', () => {
  expect(applyTheme(theme, document)).toBe(true);
  expect(css()).toContain(`--accent: light-dark(${theme.light['accent']}, ${theme.dark['accent']})`);
  expect(css()).toContain('--radius: 8px');
  expect(css()).toContain('--density: 0.75');
  expect(css()).toContain('--font: "Inter", "Helvetica Neue", system-ui, sans-serif');
});

test('Light or dark is the system’s, or what data-theme on <html> says', () => {
  applyTheme(theme, document);
  expect(css()).toMatch(/:root \{ color-scheme: light dark;/);
  expect(css()).toMatch(/:root\[data-theme="light"\] \{ color-scheme: light;/);
  expect(css()).toMatch(/:root\[data-theme="dark"\] \{ color-scheme: dark;/);
});

test('It leaves no style in the markup, so that a strict content policy allows it', () => {
  applyTheme(theme, document);
  expect(document.querySelector('style, [style]')).toBeNull();
});

test('Another theme takes the place of the first, and other sheets stay', () => {
  const other = new CSSStyleSheet();
  document.adoptedStyleSheets = [other];
  applyTheme(theme, document);
  applyTheme(themeOf({ ...authored, accent: '#7a1f3d' }).theme, document);
  expect(document.adoptedStyleSheets).toHaveLength(2);
  expect(document.adoptedStyleSheets[0]).toBe(other);
  expect(css()).not.toContain(theme.light['accent']);
});

test('Every theme that a brand can make is applied', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, hex, fc.integer({ min: 0, max: 16 }), (accent, tint, radius) => {
      expect(applyTheme(themeOf({ ...authored, accent, tint, radius }).theme, document)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

const hostile: readonly (readonly [where: keyof Theme, name: string, value: string])[] = [
  ['light', 'paper', 'red; } body { display: none'],
  ['light', 'paper', 'url(https://evil.example/a.png)'],
  ['light', 'accent', 'oklch(0.5 0.1 20) } :root { --x: 1'],
  ['dark', 'ink', 'oklch(0.5 0.1 20); --focus: red'],
  ['dark', 'ink', 'var(--paper)'],
  ['dark', 'edge', ''],
  ['both', 'font', 'Inter; } body { color: red'],
  ['both', 'font', '"In"ter"'],
  ['both', 'font', 'url(a.woff)'],
  ['both', 'radius', '99px'],
  ['both', 'radius', 'calc(1px * 4)'],
  ['both', 'density', '100'],
];

test.each(hostile)(
  'A theme whose %s %s says more than a value does is not applied at all: %s',
  (where, name, value) => {
    const bad = { ...theme, [where]: { ...theme[where], [name]: value } };
    expect(applyTheme(bad, document)).toBe(false);
    expect(document.adoptedStyleSheets).toEqual([]);
  },
);

test('A theme that lacks a colour is not applied, and names beyond the known ones reach no style sheet', () => {
  const { paper: _, ...rest } = theme.light;
  expect(applyTheme({ ...theme, light: rest }, document)).toBe(false);
  expect(applyTheme({ ...theme, light: { ...theme.light, focus: 'red' } }, document)).toBe(true);
  expect(css()).not.toContain('focus');
});
