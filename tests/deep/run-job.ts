import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Job } from './jobs.ts';

export interface Result {
  readonly ok: boolean;
  readonly found: string;
  readonly seconds: number;
  /** All that it printed. */
  readonly output: string;
}

const project = resolve(import.meta.dirname, '../..');
const vitest = join(project, 'node_modules/vitest/vitest.mjs');

/** Runs one test in a process of its own, and makes sure that it was that one test which passed. */
export async function runJob({ file, test, wanted, environment }: Job): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-deep-'));
  const report = join(folder, 'report.json');
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [vitest, 'run', file, '-t', test, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    { cwd: project, env: { ...process.env, NO_COLOR: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  const passed = passedIn(report);
  rmSync(folder, { recursive: true, force: true });
  const ok = code === 0 && passed === 1;
  // What a test says of itself: how much it did, and from which seed.
  const told = /^P1 .*?: (.*), [\d.]+ s$/m.exec(output)?.[1];
  const found = ok ? (told ?? wanted) : passed === 1 ? `ended with ${code}` : 'MISSED, see above';
  return { ok, found, seconds: (performance.now() - started) / 1000, output };
}

function passedIn(report: string): number {
  try {
    return (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number }).numPassedTests;
  } catch {
    return 0;
  }
}
