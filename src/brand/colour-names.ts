/** The colours that a brand's accent and tint become. Each is a custom property: `--paper` and so on. */
export const colourNames = [
  'paper',
  'card',
  'line',
  'edge',
  'ink',
  'ink-2',
  'accent',
  'accent-soft',
  'on-accent',
] as const;

export type ColourName = (typeof colourNames)[number];
