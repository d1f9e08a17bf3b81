import { conformance } from '#tests/conformance/suite.ts';
import { openC15tTarget } from './c15t-target.ts';

conformance('c15t behind a proxy', openC15tTarget);
