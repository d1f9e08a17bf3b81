import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/**
 * Structured logs, one JSON object a line. What may be written is decided where it is written: only route patterns,
 * statuses, durations, ids of requests and words of our own; never anything a customer or their browser sent.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  return destination ? pino(options, destination) : pino(options);
}

interface Described {
  readonly error: string;
  readonly stack?: string;
  /** What it came of: a failure that is passed on as "ours" or "busy" has its place there. */
  readonly cause?: Described;
}

/** What may be said of an error and of what it came of: name, message and place; never the objects hung on it. */
export function describeError(error: unknown, deeper = 3): Described {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
  return {
    error: `${error.name}: ${messageOf(error)}`,
    ...(stack ? { stack } : {}),
    ...(error.cause instanceof Error && deeper > 0 ? { cause: describeError(error.cause, deeper - 1) } : {}),
  };
}

/** Messages of the engine, of Node and of ours are safe; those of a parser quote what they were given. */
function messageOf(error: Error): string {
  return error instanceof SyntaxError || error.name.startsWith('$Zod') || error.name === 'ZodError'
    ? 'unreadable input'
    : error.message;
}
