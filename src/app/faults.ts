import { isSignedOut } from '#data/query-client.ts';

/** React's word for what an error boundary caught. That nobody is signed in is an answer, and no fault to report. */
export const tellFault = (error: unknown): void => {
  if (!isSignedOut(error)) console.error(error);
};
