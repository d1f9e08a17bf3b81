import { databaseWithTables } from '#tests/fresh-database.ts';
import { openServerTarget } from './server-target.ts';
import type { Open } from './target.ts';

/** The server on a new Postgres database. */
export const openPostgresTarget: Open = async (world) => openServerTarget(await databaseWithTables(), world);
