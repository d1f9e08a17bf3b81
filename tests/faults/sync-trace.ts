interface Started {
  readonly name: string;
  readonly file: string;
  readonly at: number;
  /** Halves of digests, and what else looks like one, in what was written. */
  readonly marks: readonly string[];
}

/**
 * Every 32 digits in a row in a piece of text. A page may end in the middle of a digest, and then one half of it is
 * whole; and what stands beside a digest may by chance be read as a digit more.
 */
function marksIn(line: string): string[] {
  // What strace wrote in octal is no digit of a digest.
  const runs = line.replace(/\\(?:[0-7]{1,3}|.)/g, '\n').match(/[0-9a-f]{32,}/g) ?? [];
  return runs.flatMap((run) => Array.from({ length: run.length - 31 }, (_, at) => run.slice(at, at + 32)));
}

const started = /^(?:\[pid +)?(\d+)\]? +(\w+)\(\d+<([^>]*)>/;
const resumed = /^(?:\[pid +)?(\d+)\]? +<\.\.\. \w+ resumed>/;

/**
 * Reads a trace of system calls, line by line as strace writes it: which digest was written into the log file, whether
 * the file was synced after that, and whether that was before the digest was answered over the network.
 */
export class SyncTrace {
  /** Answered after a sync that began after it was written. */
  readonly after = new Set<string>();
  /** Answered before that. */
  readonly before = new Set<string>();
  /** Finished syncs of the log. */
  syncs = 0;
  private readonly isLog: (file: string) => boolean;
  private readonly open = new Map<string, Started>();
  private readonly written = new Map<string, { mark: string; at: number }[]>();
  private readonly known = new Set<string>();
  private readonly durable = new Set<string>();
  private line = 0;

  constructor(isLog: (file: string) => boolean) {
    this.isLog = isLog;
  }

  hear(line: string): void {
    this.line += 1;
    const [, who = '', name = '', file = ''] = started.exec(line) ?? [];
    if (name !== '') {
      const isWrite = name.startsWith('pwrite') && this.isLog(file);
      const call = { name, file, at: this.line, marks: isWrite ? marksIn(line) : [] };
      if (/^(write|writev|sendto|sendmsg)$/.test(name)) this.answer(line);
      if (line.includes('<unfinished')) this.open.set(who, call);
      else this.finish(call, line);
      return;
    }
    const [, back = ''] = resumed.exec(line) ?? [];
    const call = this.open.get(back);
    if (!call) return;
    this.open.delete(back);
    this.finish(call, line);
  }

  private finish({ name, file, at, marks }: Started, line: string): void {
    if (!this.isLog(file) || / = -1 /.test(line)) return;
    if (name.startsWith('pwrite')) {
      const waiting = this.written.get(file) ?? [];
      this.written.set(file, waiting);
      for (const mark of marks) {
        if (this.known.has(mark)) continue;
        this.known.add(mark);
        waiting.push({ mark, at: this.line });
      }
    }
    if (name === 'fdatasync' || name === 'fsync') {
      this.syncs += 1;
      const waiting = this.written.get(file) ?? [];
      for (const { mark } of waiting.filter((one) => one.at <= at)) this.durable.add(mark);
      this.written.set(
        file,
        waiting.filter((one) => one.at > at),
      );
    }
  }

  private answer(line: string): void {
    if (!line.includes('HTTP/1.1 200')) return;
    for (const [digest] of line.replaceAll('\\"', '"').matchAll(/(?<="hash":")[0-9a-f]{64}(?=")/g)) {
      if (this.after.has(digest) || this.before.has(digest)) continue;
      const isDurable = this.durable.has(digest.slice(0, 32)) || this.durable.has(digest.slice(32));
      (isDurable ? this.after : this.before).add(digest);
    }
  }
}
