import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';

/** The environment of a command of ours, as a shell has it and not as a test runner does. */
const plain = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV)/.test(name)));

const run = (script: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', env: plain });

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The server of docs/examples/backend, started as its page says: a brand printed as JSON, a new key, a new database. */
export const startExample = async (
  origin?: string,
): Promise<{ base: string; key: string; port: number; stop: () => Promise<void> }> => {
  const folder = temporaryFolder();
  const [brand, key, signIn] = ['brand.json', 'key.json', 'sign-in.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(brand, run('scripts/brand-json.ts', 'brands/halden-row'));
  writeFileSync(signIn, run('tests/conformance/run.ts', '--new-key', key));
  const port = await freePort();
  const base = origin ?? `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), ORIGIN: base, BRAND: brand, SIGN_IN_KEY: signIn };
  const child = spawn(process.execPath, ['docs/examples/backend/server.mjs'], {
    env: { ...plain, ...settings, DATABASE: join(folder, 'decisions.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await firstLine(child);
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return { base, key, port, stop };
};

const firstLine = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`The example server ended with ${code}.`)));
  });

/** `npm run conformance -- …`, as somebody types it. */
export const conformanceCommand = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['tests/conformance/run.ts', ...args], { env: plain });
    const told = { out: '', err: '' };
    child.stdout.on('data', (part: Buffer) => (told.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (told.err += part.toString()));
    child.once('close', (code) => resolve({ code: code ?? -1, ...told }));
  });
