import { openMockOverHttp } from './mock-http-target.ts';
import { modelRuns } from './model/model-runs.ts';
import { conformance } from './suite.ts';

conformance('the mock over HTTP', openMockOverHttp, { complete: true });
modelRuns('the mock over HTTP', openMockOverHttp, { runs: 100, commands: 60 });
