import { inject } from 'vitest';

/** The address of an empty Postgres database, for one test. */
export const freshDatabase = (): Promise<string> => ask('/empty');

/** The same with the tables in it, as after a first start: to make them takes longer than many a test. */
export const databaseWithTables = (): Promise<string> => ask('/tables');

async function ask(which: string): Promise<string> {
  const answer = await fetch(inject('databases') + which);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
