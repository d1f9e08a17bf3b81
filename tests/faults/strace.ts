import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const calls = 'trace=pwrite64,pwritev,pwritev2,write,writev,sendto,sendmsg,fdatasync,fsync';

/** Bytes of one write that are shown: Postgres writes its log as far as its buffers reach, 4 MiB, in one call. */
const whole = String(4 * 1024 * 1024);

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0;

/** Watches processes and all that they start. Resolves when all are watched; `stop` when the last line was heard. */
export async function strace(
  pids: readonly number[],
  hear: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const args = [
    '-f',
    '-y',
    '-s',
    whole,
    '-e',
    calls,
    '-e',
    'signal=none',
    ...pids.flatMap((pid) => ['-p', String(pid)]),
  ];
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((done) => {
    child.on('close', () => done());
  });
  const attached = new Set<string>();
  await new Promise<void>((watching, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const pid = /^strace: Process (\d+) attached/.exec(line)?.[1];
      if (pid !== undefined) attached.add(pid);
      else hear(line);
      if (pids.every((one) => attached.has(String(one)))) watching();
    });
    child.on('error', failed);
    void ended.then(() => failed(new Error('strace ended: it may not watch these processes.')));
  });
  return {
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
