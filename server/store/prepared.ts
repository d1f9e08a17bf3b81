import type { Compilable, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** Where one of the values goes. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const names = new Map<string, string>();

/** The name under which a database may keep a statement parsed and planned; none for one that is not prepared. */
export const nameOf = (sql: string): string | undefined => names.get(sql);

/**
 * A query that is built once and run again and again with other values: building it takes longer than running it. It
 * names its columns (no `selectAll`): a database that keeps it must not find others there when a newer version adds some.
 */
export function prepared<Values extends object, Row>(
  build: (given: Values) => Compilable<Row>,
): (on: Pick<Database, 'executeQuery'>, values: Values) => Promise<QueryResult<Row>> {
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Values;
  const query = build(slots).compile();
  if (!names.has(query.sql)) names.set(query.sql, `evenhand_${names.size + 1}`);
  return (on, values) => {
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = query.parameters.map((one) => (one instanceof Slot ? given[one.name] : one));
    return on.executeQuery<Row>({ ...query, parameters });
  };
}
