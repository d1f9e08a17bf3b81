import { connect, type Socket } from 'node:net';

/** What came back: every status that was seen, in order; none where the other side only closed. */
export interface Heard {
  readonly statuses: readonly number[];
}

/** Bytes as they are to be sent. */
export interface Raw {
  readonly bytes: Buffer;
  /** `kept`: the connection can go on after it. `broken`: it cannot. `unfinished`: and the server may wait for more. */
  readonly ends: 'kept' | 'broken' | 'unfinished';
}

const patience = 5_000;
/** Milliseconds of silence after which whoever sent half a request hangs up. */
const silence = 150;
const statusLine = /^HTTP\/1\.1 (\d{3}) /gm;

/** One connection after the other to the same server, on which anything can be said. */
export class Wire {
  private readonly port: number;
  private socket: Socket | null = null;

  constructor(port: number) {
    this.port = port;
  }

  /**
   * Says it and listens to one answer. Nobody hangs up on a request that is whole: who does is not answered, though it
   * may have been stored, and would have to ask again.
   */
  async say({ bytes, ends }: Raw): Promise<Heard> {
    const isKept = ends === 'kept';
    const socket =
      (isKept ? this.socket : null) ?? connect({ port: this.port, host: '127.0.0.1', allowHalfOpen: true });
    if (isKept) this.socket = socket;
    const text = await new Promise<string>((resolve) => {
      let heard = '';
      const done = (over: boolean): void => {
        clearTimeout(late);
        socket.removeAllListeners();
        socket.on('error', () => {});
        if (over || !isKept) socket.destroy();
        if (over && isKept) this.socket = null;
        resolve(heard);
      };
      const late = setTimeout(() => done(true), ends === 'unfinished' ? silence : patience);
      socket.on('data', (chunk: Buffer) => {
        heard += chunk.toString('latin1');
        if (isWhole(heard)) done(/^connection: close/im.test(heard));
      });
      for (const end of ['error', 'close', 'end'] as const) socket.on(end, () => done(true));
      socket.write(bytes);
    });
    return { statuses: [...text.matchAll(statusLine)].map(([, status]) => Number(status)) };
  }

  close(): void {
    this.socket?.destroy();
  }
}

/** An answer with its head and all of its body. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  if (/^HTTP\/1\.1 (1\d\d|204|304) /.test(head)) return true;
  if (/^transfer-encoding: chunked/im.test(head)) return body.endsWith('0\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  return length !== undefined && body.length >= Number(length);
}
