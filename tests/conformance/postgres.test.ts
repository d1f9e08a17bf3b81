import { afterAll } from 'vitest';
import { removeFolders } from '#tests/server/temporary-folder.ts';
import { modelRuns } from './model/model-runs.ts';
import { openPostgresTarget } from './postgres-target.ts';
import { conformance } from './suite.ts';

afterAll(removeFolders);

conformance('the server on Postgres, over HTTP,', openPostgresTarget, { complete: true });
modelRuns('the server on Postgres, over HTTP,', openPostgresTarget, { runs: 100, commands: 60 });
