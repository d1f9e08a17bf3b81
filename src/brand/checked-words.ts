/** Words of an id that the checks have already found. */
export const wordsOf = <T>(words: Readonly<Record<string, T>>, id: string): T => {
  const found = words[id];
  if (found === undefined) throw new Error(`The words of "${id}" were not checked before they were put together.`);
  return found;
};
