/** "£1,182.40", from pence. */
export function pounds(pence: number): string {
  const [whole = '0', rest] = (pence / 100).toFixed(2).split('.');
  return `£${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${rest === '00' ? '' : `.${rest}`}`;
}

/** "1 item", "4 items". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
