import { openMemory } from './memory-target.ts';
import { conformance } from './suite.ts';

conformance('the memory backend', openMemory, { complete: true, without: ['wire'] });
