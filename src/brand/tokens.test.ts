import { formatHex, inGamut, parse } from 'culori';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourNames } from './colour-names.ts';
import { contrast, fromHex, type Colour } from './contrast.ts';
import { pairs, themeOf } from './tokens.ts';

const theme = (accent: string, tint = '#f7f2ea') =>
  themeOf({ accent, tint, font: 'Inter, Helvetica Neue', radius: 8, density: 'comfortable' });

const anyHex = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

/** Read back from the CSS by another reader than the one that wrote it. */
const read = (css: string | undefined): Colour => {
  const colour = parse(css ?? '');
  if (colour?.mode !== 'oklch') throw new Error(`${css} is not an oklch colour`);
  return { l: colour.l, c: colour.c, h: colour.h ?? 0 };
};

describe('the colours of a brand', () => {
  test('can be read in light and dark, whatever accent and tint the brand sets', () => {
    fc.assert(
      fc.property(anyHex, anyHex, (accent, tint) => {
        const { light, dark } = theme(accent, tint).theme;
        for (const set of [light, dark]) {
          for (const { of, on, least } of pairs) {
            for (const ground of on) {
              const ratio = contrast(read(set[of]), read(set[ground]));
              expect(ratio, `${of} on ${ground} for ${accent}, ${tint}`).toBeGreaterThanOrEqual(least);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('can be shown on every screen: all lie inside sRGB', () => {
    const onScreen = inGamut('rgb');
    fc.assert(
      fc.property(anyHex, anyHex, (accent, tint) => {
        const { light, dark } = theme(accent, tint).theme;
        for (const set of [light, dark]) {
          expect(Object.keys(set)).toEqual([...colourNames]);
          for (const css of Object.values(set)) expect(onScreen(css), `${css} for ${accent}, ${tint}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keep the hue of the accent when its lightness is moved', () => {
    fc.assert(
      fc.property(anyHex, (accent) => {
        const { c, h } = fromHex(accent);
        fc.pre(c > 0.02);
        const { light, dark } = theme(accent).theme;
        expect(read(light['accent']).h).toBeCloseTo(h, 1);
        expect(read(dark['accent']).h).toBeCloseTo(h, 1);
      }),
    );
  });

  test('measure contrast as WCAG does', () => {
    expect(contrast(fromHex('#000000'), fromHex('#ffffff'))).toBeCloseTo(21, 5);
    expect(contrast(fromHex('#767676'), fromHex('#ffffff'))).toBeCloseTo(4.54, 2);
    expect(contrast(fromHex('#777777'), fromHex('#ffffff'))).toBeLessThan(4.5);
  });

  test('leave a readable accent as the brand set it, and say nothing', () => {
    const { theme: made, note } = theme('#005b82');
    expect(formatHex(made.light['accent'] ?? '')).toBe('#005b82');
    expect(note).toBeNull();
  });

  test('correct an accent that is too pale, and say so', () => {
    const { theme: made, note } = theme('#ffd000');
    expect(read(made.light['accent']).l).toBeLessThan(fromHex('#ffd000').l);
    expect(note).toContain('accent "#ffd000" would be hard to read');
    expect(note).toContain(made.light['accent']);
    // On a dark page the same yellow is readable as it is.
    expect(formatHex(made.dark['accent'] ?? '')).toBe('#ffd000');
  });

  test('never let a strong tint make a surface loud', () => {
    const { light } = theme('#005b82', '#ff0000').theme;
    expect(read(light['paper']).c).toBeLessThanOrEqual(0.008);
    expect(read(light['paper']).l).toBe(0.982);
  });
});

test('A font is written with its generic behind it, and density as a factor', () => {
  expect(theme('#005b82').theme.both).toEqual({
    font: '"Inter", "Helvetica Neue", system-ui, sans-serif',
    radius: '8px',
    density: '1',
  });
  const compact = themeOf({ accent: '#005b82', tint: '#ffffff', font: 'system', radius: 0, density: 'compact' });
  expect(compact.theme.both).toEqual({ font: 'system-ui, sans-serif', radius: '0px', density: '0.75' });
});
