import { sql, type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool } from 'kysely';
import type { Subject } from '#backend/subject-store.ts';
import type { Owned, Tables } from './schema.ts';

/** The tables that hold rows of customers. */
type OwnedTable = { [T in keyof Tables]: Tables[T] extends Owned ? T : never }[keyof Tables];

/**
 * The tenant filter, and the only one: every query on rows of a customer says `.where(ownedBy(subject))`, so that a
 * right id under the wrong brand finds nothing.
 */
export const ownedBy =
  (subject: Subject) =>
  <T extends OwnedTable>(expressions: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const { eb } = expressions as unknown as ExpressionBuilder<Tables, OwnedTable>;
    return eb.and({ subject_id: subject.id, brand_id: subject.brand });
  };

/**
 * The same for several customers at once: of a subject the row that stands in a list of `subject_id` and `brand_id`, by
 * the list's name.
 */
export const ownedByRow = (list: string): RawBuilder<SqlBool> =>
  sql`(subject.subject_id, subject.brand_id) = (${sql.ref(`${list}.subject_id`)}, ${sql.ref(`${list}.brand_id`)})`;

/** The same on the way in: the columns that say whose row it is. */
export const owner = (subject: Subject): Owned => ({ subject_id: subject.id, brand_id: subject.brand });
