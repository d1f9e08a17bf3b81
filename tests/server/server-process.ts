import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The server as a person starts it: a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** Empty if it ended before it listened. */
  readonly origin: string;
  stdout(): string;
  stderr(): string;
  kill(signal: NodeJS.Signals): void;
  /** How it ended. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const main = resolve(import.meta.dirname, '../../server/main.ts');

/** Resolves when it has said where it listens, or has ended. `killAfter` = milliseconds until it is killed. */
export async function startProcess(
  environment: Record<string, string>,
  killAfter: number | null = null,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
  let out = '';
  let err = '';
  const said = new Promise<void>((listening) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (out.endsWith('\n')) listening();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended: ServerProcess['ended'] = new Promise((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  await Promise.race([said, ended]);
  return {
    pid: child.pid ?? 0,
    origin: / at (http\S+)\/\n/.exec(out)?.[1] ?? '',
    stdout: () => out,
    stderr: () => err,
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
