import { openMemory } from './memory-target.ts';
import { modelRuns } from './model/model-runs.ts';
import { conformance } from './suite.ts';

conformance('the memory backend', openMemory, { complete: true, without: ['wire'] });
modelRuns('the memory backend', openMemory, { runs: 2000, commands: 60 });
