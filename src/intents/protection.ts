/** How far an option is from the most protective; what the options do not name counts as farthest. */
export const distance = (options: readonly string[], value: string): number => {
  const index = options.indexOf(value);
  return index < 0 ? options.length : index;
};

/** The most protective of these values. */
export const mostProtective = (options: readonly string[], first: string, ...others: readonly string[]): string =>
  others.reduce((best, value) => (distance(options, value) < distance(options, best) ? value : best), first);

/** Is `to` less protective than `from`? What was in force unknown counts as the most protective. */
export const loosens = (options: readonly string[], from: string | null, to: string): boolean =>
  distance(options, to) > (from === null ? 0 : distance(options, from));
