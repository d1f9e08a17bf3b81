/** Why the server does not start, in a sentence or two that say what to do. Shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
