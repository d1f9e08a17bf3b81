import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The real server, as `npm run serve` starts it, on a free port and a data folder of its own. */
export class RunningServer {
  origin = '';
  private process: ChildProcess | null = null;
  private readonly folder: string;
  private port = '0';

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async start(folder: string): Promise<RunningServer> {
    const server = new RunningServer(await mkdtemp(path.join(tmpdir(), folder)));
    await server.launch();
    return server;
  }

  /** Starts it; a second time on the same port and data. */
  async launch(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], {
      env: { ...process.env, PORT: this.port, EVENHAND_DATA_DIR: this.folder, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    let said = '';
    const origin = await new Promise<string>((resolve, reject) => {
      const hear = (text: Buffer): void => {
        said += text.toString();
        const link = /(http:\/\/127\.0\.0\.1:\d+)\/demo\/maya/.exec(said);
        if (link?.[1] !== undefined) resolve(link[1]);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${said}`)));
    });
    this.origin = origin;
    this.port = new URL(origin).port;
  }

  /** As when the machine loses power: no goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
