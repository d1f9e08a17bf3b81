/** Rows of one statement: bound parameters are limited, 32,766 in SQLite and 65,535 in Postgres. */
const rowsAtOnce = 500;

/** Many rows, some at a time. */
export function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}
