import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const project = resolve(import.meta.dirname, '../..');

/** Runs one of the commands beside the server as a person does: a process of its own, which ends by itself. */
export function runCommand(
  name: 'keys' | 'backup' | 'verify' | 'expectations',
  words: readonly string[],
  environment: Record<string, string>,
): Promise<CommandEnd> {
  const [, file = ''] = manifest.scripts[name].split(' ');
  const child = spawn(process.execPath, [resolve(project, file), ...words], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
