import { afterAll } from 'vitest';
import { removeFolders } from '#tests/server/temporary-folder.ts';
import { modelRuns } from './model/model-runs.ts';
import { openSqliteTarget } from './sqlite-target.ts';
import { conformance } from './suite.ts';

afterAll(removeFolders);

conformance('the server on SQLite, over HTTP,', openSqliteTarget, { complete: true });
modelRuns('the server on SQLite, over HTTP,', openSqliteTarget, { runs: 100, commands: 60 });
