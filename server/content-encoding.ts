/** Does the browser take brotli ("br", with any weight but 0). */
export function acceptsBrotli(acceptEncoding: string | undefined): boolean {
  return (acceptEncoding ?? '').split(',').some((part) => {
    const [coding, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return coding === 'br' && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

/** Adds a name to a Vary header. */
export const addVary = (vary: string | null, name: string): string =>
  vary === null ? name : vary.toLowerCase().split(/,\s*/).includes(name.toLowerCase()) ? vary : `${vary}, ${name}`;
