import { openMockOverHttp } from './mock-http-target.ts';
import { conformance } from './suite.ts';

conformance('the mock over HTTP', openMockOverHttp, { complete: true });
