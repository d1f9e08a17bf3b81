import { inject } from 'vitest';
import { conformance } from '#tests/conformance/suite.ts';
import { foreignTarget, type ForeignServer } from './foreign-target.ts';
import { signInCases } from './sign-in-cases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: ForeignServer;
  }
}

// Started by run.ts, for a server that is somebody else's.
conformance('the server', foreignTarget(inject('server')), { more: signInCases });
