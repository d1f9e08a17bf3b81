import type { Theme } from '#contract/capabilities.ts';
import type { AuthoredTheme } from './authored-brand.ts';
import { colourNames, type ColourName } from './colour-names.ts';
import { fromHex, isClear, madeClear, shown, toCss, type Colour } from './contrast.ts';

type Colours = Record<ColourName, Colour>;

/** What must be told apart from what, and how well (WCAG 1.4.3 and 1.4.11, with 7:1 for running text). */
export const pairs: readonly { readonly of: ColourName; readonly on: readonly ColourName[]; readonly least: number }[] =
  [
    { of: 'ink', on: ['paper', 'card', 'accent-soft'], least: 7 },
    { of: 'ink-2', on: ['paper', 'card', 'accent-soft'], least: 4.5 },
    { of: 'accent', on: ['paper', 'card', 'accent-soft'], least: 4.5 },
    { of: 'on-accent', on: ['accent'], least: 4.5 },
    { of: 'edge', on: ['paper', 'card', 'accent-soft'], least: 3 },
  ];

const least = (name: ColourName): number => pairs.find((pair) => pair.of === name)?.least ?? 1;

/** No hint of colour may be so strong that a surface stops being neutral. */
const hint = ({ c, h }: Colour, l: number, most: number): Colour => shown({ l, c: Math.min(c, most), h });

const light = (accent: Colour, tint: Colour): Colours => {
  const paper = hint(tint, 0.982, 0.008);
  const card = hint(tint, 0.998, 0.002);
  const soft = hint({ ...accent, c: accent.c * 0.27 }, 0.94, 0.035);
  const grounds = [paper, card, soft];
  const clear = (colour: Colour, name: ColourName): Colour => madeClear(colour, grounds, least(name), 'darker');
  return {
    paper,
    card,
    line: hint(tint, 0.905, 0.01),
    edge: clear(hint(accent, 0.6, 0.015), 'edge'),
    ink: clear(hint(accent, 0.245, 0.025), 'ink'),
    'ink-2': clear(hint(accent, 0.455, 0.02), 'ink-2'),
    accent: clear(accent, 'accent'),
    'accent-soft': soft,
    // The accent is clear on a card that is a shade under white, so white is clear on the accent.
    'on-accent': shown({ l: 1, c: 0, h: 0 }),
  };
};

const dark = (accent: Colour, tint: Colour): Colours => {
  const paper = hint(accent, 0.185, 0.012);
  const card = hint(accent, 0.222, 0.014);
  const soft = hint({ ...accent, c: accent.c * 0.43 }, 0.3, 0.05);
  const grounds = [paper, card, soft];
  const clear = (colour: Colour, name: ColourName): Colour => madeClear(colour, grounds, least(name), 'lighter');
  // A colour light enough for a dark page is kept; any other is raised to one lightness, a little less strong.
  const raised = accent.l >= 0.72 ? accent : { ...accent, l: 0.78, c: accent.c * 0.9 };
  const bright = clear(raised, 'accent');
  return {
    paper,
    card,
    line: hint(accent, 0.325, 0.014),
    edge: clear(hint(accent, 0.6, 0.015), 'edge'),
    ink: clear(hint(tint, 0.95, 0.006), 'ink'),
    'ink-2': clear(hint(accent, 0.765, 0.012), 'ink-2'),
    accent: bright,
    'accent-soft': soft,
    'on-accent': madeClear(hint(accent, 0.19, 0.02), [bright], least('on-accent'), 'darker'),
  };
};

const written = (colours: Colours): Record<string, string> =>
  Object.fromEntries(colourNames.map((name) => [name, toCss(colours[name])]));

/** "Helvetica Neue, Arial" as CSS writes it, with the system's font behind it. */
const fontFamily = (font: string): string => {
  const names = font === 'system' ? [] : font.split(',').map((name) => name.trim());
  return [...names.map((name) => `"${name}"`), 'system-ui', 'sans-serif'].join(', ');
};

/** The whole theme from a brand's five values, and a sentence for a colour that had to be corrected. */
export const themeOf = (authored: AuthoredTheme): { readonly theme: Theme; readonly note: string | null } => {
  const accent = fromHex(authored.accent);
  const tint = fromHex(authored.tint);
  const day = light(accent, tint);
  const asked = isClear(shown(accent), [day.paper, day.card, day['accent-soft']], least('accent'));
  return {
    theme: {
      light: written(day),
      dark: written(dark(accent, tint)),
      both: {
        font: fontFamily(authored.font),
        radius: `${authored.radius}px`,
        density: authored.density === 'compact' ? '0.75' : '1',
      },
    },
    note: asked
      ? null
      : `accent "${authored.accent}" would be hard to read on a light page. It is shown darker, as ${toCss(day.accent)}, in the same hue.`,
  };
};
