import { temporaryFolder } from '#tests/server/temporary-folder.ts';
import { openServerTarget } from './server-target.ts';
import type { Open } from './target.ts';

/** The server on a new folder. */
export const openSqliteTarget: Open = (world) => openServerTarget(temporaryFolder(), world);
