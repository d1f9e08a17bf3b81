import type { Figure } from './fault.ts';

export interface Line extends Figure {
  /** Which test, on which engine. */
  readonly test: string;
}

/** What was wanted beside what was found, as a Markdown table: it is kept in docs/. */
export function printTable(lines: readonly Line[]): void {
  const head = ['test', 'what', 'wanted', 'found', ''];
  const rows = lines.map(({ test, what, wanted, found, ok }) => [test, what, wanted, found, ok ? 'ok' : 'MISSED']);
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  console.log(line(head));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(row));
}
