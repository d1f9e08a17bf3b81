import {
  converter,
  inGamut,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode as registerMode,
  wcagContrast,
  type Oklch,
  type Rgb,
} from 'culori/fn';

registerMode(modeRgb);
registerMode(modeLrgb);
registerMode(modeOklab);
registerMode(modeOklch);

const toOklch = converter('oklch');
const toRgb = converter('rgb');
const onScreen = inGamut('rgb');

/** A colour by lightness (0 to 1), chroma and hue (degrees), as every token is made. */
export interface Colour {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

const asOklch = ({ l, c, h }: Colour): Oklch => ({ mode: 'oklch', l, c, h });

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The nearest colour of the same lightness and hue that every screen can show, in the digits that are written. */
export const shown = ({ l, c, h }: Colour): Colour => {
  const lightness = rounded(Math.min(1, Math.max(0, l)), 4);
  const hue = rounded(h, 2);
  let chroma = lightness === 0 || lightness === 1 ? 0 : rounded(c, 4);
  while (chroma > 0 && !onScreen(asOklch({ l: lightness, c: chroma, h: hue }))) chroma = rounded(chroma - 0.001, 4);
  return { l: lightness, c: Math.max(0, chroma), h: hue };
};

const step = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 255) / 255;

/** As a screen paints it: in steps of 1/255. */
const painted = (colour: Colour): Rgb => {
  const { r, g, b } = toRgb(asOklch(colour));
  return { mode: 'rgb', r: step(r), g: step(g), b: step(b) };
};

/** The contrast of two colours by WCAG 2.2, 1 to 21, measured on what a screen paints. */
export const contrast = (one: Colour, other: Colour): number => wcagContrast(painted(one), painted(other));

/** Can it be told apart from every one of `grounds`, at least `least` to 1? */
export const isClear = (colour: Colour, grounds: readonly Colour[], least: number): boolean =>
  grounds.every((ground) => contrast(colour, ground) >= least);

/** The colour itself if it is clear on all `grounds`, else moved in lightness as little as needed; the hue stays. */
export const madeClear = (
  colour: Colour,
  grounds: readonly Colour[],
  least: number,
  towards: 'darker' | 'lighter',
): Colour => {
  let moved = shown(colour);
  while (!isClear(moved, grounds, least) && moved.l > 0 && moved.l < 1)
    moved = shown({ ...colour, l: moved.l + (towards === 'darker' ? -0.005 : 0.005) });
  return moved;
};

/** Reads "#0b5f83". A grey has no hue; it is given 0. */
export const fromHex = (hex: string): Colour => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const { l, c, h } = toOklch({ mode: 'rgb', r, g, b });
  return { l, c, h: h ?? 0 };
};

/** As CSS writes it: `oklch(0.45 0.105 232)`. */
export const toCss = ({ l, c, h }: Colour): string => `oklch(${l} ${c} ${h})`;
