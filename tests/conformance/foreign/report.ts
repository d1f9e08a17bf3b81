import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase } from 'vitest/node';

/** What became of one case. */
export interface Verdict {
  readonly name: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  /** Why it failed, or what excused it; empty where it passed. */
  readonly reason: string;
}

const verdictOf = (test: TestCase): Verdict => {
  const { name } = test;
  const result = test.result();
  if (result.state === 'passed') return { name, verdict: 'passed', reason: '' };
  if (result.state === 'skipped') return { name, verdict: 'skipped', reason: result.note ?? '' };
  const first = result.errors?.[0];
  const place = first?.stacks?.find(({ file }) => file.includes('/cases/') || file.includes('/conformance/'));
  const where = place ? ` (tests/${place.file.split('/tests/').at(-1)}:${place.line})` : '';
  const diff = first?.diff === undefined ? '' : `\n${stripVTControlCharacters(first.diff)}`;
  const reason = `${first?.message ?? 'did not finish'}${diff}`;
  return { name, verdict: 'failed', reason: `${reason}${where}` };
};

const words = { passed: 'passed ', failed: 'FAILED ', skipped: 'skipped' } as const;

/** Tells of every case as it ends. */
export const reportTo = (verdicts: Verdict[], print: (line: string) => void): Reporter => ({
  onTestCaseResult(test) {
    const one = verdictOf(test);
    // What --only leaves out was not asked for.
    if (one.verdict === 'skipped' && one.reason === '') return;
    verdicts.push(one);
    const lines = one.reason.split('\n').map((line, index) => (index === 0 ? line : `         ${line}`));
    print(`${words[one.verdict]}  ${one.name}${one.reason === '' ? '' : `: ${lines.join('\n')}`}`);
  },
});

/** How many there were of each, in words. */
export const sum = (verdicts: readonly Verdict[]): string =>
  (['passed', 'failed', 'skipped'] as const)
    .map((kind) => `${verdicts.filter((one) => one.verdict === kind).length} ${kind}`)
    .join(', ');
