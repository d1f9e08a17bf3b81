/**
 * Finds the labels that have all words of a search, in any order, whatever their case and accents: "DUVET lin" finds
 * "Linen duvet, double". Without a word it finds all.
 */
export function newSearch(search: string): (label: string) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (label) => {
    if (words.length === 0) return true;
    const text = plain(label);
    return words.every((word) => text.includes(word));
  };
}

/** Without marks, and in capitals: there "ß" is "SS", and each letter has one form wherever it stands. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toUpperCase();
}
