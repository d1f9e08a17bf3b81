/**
 * The options of a two-way choice, most protective first. Every use is one, whatever its legal basis: "off" is refused
 * or objected to.
 */
export const twoWay: readonly [off: string, on: string] = ['off', 'on'];
