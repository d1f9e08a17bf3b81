import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { reachedFrom, type Reached } from './imported-packages.ts';

const installed = new Set(Object.keys(manifest.dependencies));
const missing = ({ packages }: Reached): string[] =>
  [...packages].filter(([name]) => !installed.has(name)).map(([name, file]) => `${file} imports ${name}`);

const commands = globSync('server/*.ts').filter((file) =>
  Object.values(manifest.scripts).some((script) => script.includes(`node ${file}`)),
);

describe('what runs in production', () => {
  test('on the server needs no package that only developers have', () => {
    const reached = reachedFrom([...commands, ...globSync('brands/*/demo/customer.ts')]);
    expect(commands).toContain('server/main.ts');
    expect([...reached.packages.keys()]).toEqual(expect.arrayContaining(['hono', 'kysely', 'pino', 'jose']));
    expect(reached.files.size).toBeGreaterThan(80);
    expect(missing(reached)).toEqual([]);
  });

  test('of the server is neither a test nor a mock', () => {
    const { files } = reachedFrom([...commands, ...globSync('brands/*/demo/customer.ts')]);
    expect([...files].filter((file) => /^(?:tests|mocks|scripts)\/|\.test\./.test(file))).toEqual([]);
  });

  test('in the browser is made of no package that only developers have', () => {
    const pages = globSync('src/{main,render-page}.tsx');
    const reached = reachedFrom(pages, (file) => !file.startsWith('mocks/'));
    expect([...reached.packages.keys()]).toEqual(expect.arrayContaining(['react', 'react-dom', 'zod']));
    expect(missing(reached)).toEqual([]);
  });
});
