import { describe, expect, test } from 'vitest';
import { SyncTrace } from './sync-trace.ts';

const digest = '0123456789abcdef'.repeat(4).replace(/^./, 'f');
const log = '/data/pg_wal/000000010000000000000001';
const write = (text: string): string => `[pid 7] pwrite64(5<${log}>, "${text}", 8192, 0) = 8192`;
const sync = `[pid 7] fdatasync(5<${log}>) = 0`;
const answer = String.raw`[pid 9] sendto(4<socket:[1]>, "HTTP/1.1 200 OK\r\n\r\n{\"hash\":\"${digest}\"}", 90, 0) = 90`;

const after = (...lines: string[]): boolean => {
  const trace = new SyncTrace((file) => file === log);
  for (const line of lines) trace.hear(line);
  expect(trace.after.size + trace.before.size).toBe(1);
  return trace.after.has(digest);
};

describe('an answer is found to follow the sync of what was written', () => {
  test.for([
    ['whole', digest],
    ['with a digit by chance before and behind it', `7${digest}b`],
    ['cut by the end of a page in its first half', String.raw`\0${digest.slice(9)}`],
    ['cut in its first half, with a digit by chance behind it', String.raw`\0${digest.slice(9)}b`],
    ['cut in its second half, with a digit by chance before it', String.raw`7${digest.slice(0, 50)}\0`],
  ] as const)('where the digest lies there %s', ([, text]) => {
    expect(after(write(text), sync, answer)).toBe(true);
  });

  test('and not to follow it where there was none, or none after it was written', () => {
    expect(after(write(digest), answer)).toBe(false);
    expect(after(sync, write(digest), answer)).toBe(false);
    expect(after(answer, write(digest), sync)).toBe(false);
  });
});
