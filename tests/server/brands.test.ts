import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { greeting } from '#server/greeting.ts';
import { brand } from './http-client.ts';
import { removeFolders } from './temporary-folder.ts';
import { smallBrands, startTestServer, type TestServer } from './test-server.ts';

afterAll(removeFolders);

const edit = (folder: string, file: string, change: (text: string) => string): void => {
  const path = join(folder, brand, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing changed in ${file}.`);
  writeFileSync(path, after);
};

const noticeText = async (server: TestServer, version: number | 'current'): Promise<string> => {
  const response = await server.client().request('GET', `/v1/${brand}/notices/${version}`);
  expect(response.status).toBe(200);
  return response.text();
};

const errors = (server: TestServer) => server.logLines().filter(({ level }) => level === 50);

const withNewVersion = (folder: string): void => {
  edit(folder, 'notice.yaml', (text) =>
    text.replace('version: 1\n', 'version: 2\n').replace('retention: 24 months', 'retention: 12 months'),
  );
};

describe('a brand folder', () => {
  test('broken while the server runs changes nothing, and the log says where to mend it', async () => {
    const brands = smallBrands();
    const server = await startTestServer({ places: { brands } });
    try {
      const before = await noticeText(server, 'current');
      edit(brands, 'notice.yaml', (text) => text.replace('basis: consent', 'basis: consnet'));
      await server.reload();
      const [problem] = errors(server);
      expect(problem).toMatchObject({ brand, file: `${brand}/notice.yaml` });
      expect(problem?.['line']).toBe(
        readFileSync(join(brands, brand, 'notice.yaml'), 'utf8')
          .split('\n')
          .findIndex((line) => line.includes('consnet')) + 1,
      );
      expect(problem?.['msg']).toContain('consent');
      expect(await noticeText(server, 'current')).toBe(before);
    } finally {
      await server.stop();
    }
  });

  test('broken, or gone, at the start leaves the last good version in force, with its customers', async () => {
    const brands = smallBrands();
    const first = await startTestServer({ places: { brands } });
    const before = await noticeText(first, 'current');
    await first.stop();

    rmSync(join(brands, brand, 'theme.yaml'));
    const broken = await startTestServer({ dataDir: first.dataDir, places: { brands } });
    expect(errors(broken)[0]?.['msg']).toContain('theme.yaml');
    expect(await noticeText(broken, 'current')).toBe(before);
    const maya = broken.client();
    await maya.signIn('maya');
    expect((await maya.choices()).notice.version).toBe(1);
    expect((await maya.request('GET', '/demo/noor')).status).toBe(200);
    await broken.stop();

    rmSync(join(brands, brand), { recursive: true });
    const gone = await startTestServer({ dataDir: first.dataDir, places: { brands } });
    expect(await noticeText(gone, 'current')).toBe(before);
    await gone.stop();
  });

  test('broken at the very first start is a reason not to start, in words', async () => {
    const brands = smallBrands();
    rmSync(join(brands, brand, 'theme.yaml'));
    await expect(startTestServer({ places: { brands } })).rejects.toThrow(
      /There is no brand to serve in .+\. Mend one of these:\nbrands\/halden-row has a mistake: theme\.yaml:1: .+ It is not served\.$/,
    );
  });

  test('broken is said in one plain line to who starts the server, before the link to open', async () => {
    const brands = smallBrands();
    const first = await startTestServer({ places: { brands } });
    expect(greeting(first, first).filter((line) => line.includes('mistake'))).toEqual([]);
    await first.stop();

    edit(brands, 'notice.yaml', (text) => text.replaceAll('basis: consent', 'basis: consnet'));
    const broken = await startTestServer({ dataDir: first.dataDir, places: { brands } });
    try {
      const lines = greeting(broken, broken);
      const at = Number(errors(broken)[0]?.['line']);
      expect(lines[2]).toMatch(
        new RegExp(
          `^brands/halden-row has ${errors(broken).length} mistakes, the first: notice\\.yaml:${at}: .+ Version 1, the last good one, is served\\.$`,
        ),
      );
      expect(lines.at(-1)).toBe(`As the made-up customer maya: ${broken.origin}/demo/maya`);

      edit(brands, 'notice.yaml', (text) => text.replaceAll('basis: consnet', 'basis: consent'));
      await broken.reload();
      expect(greeting(broken, broken).filter((line) => line.includes('mistake'))).toEqual([]);
    } finally {
      await broken.stop();
    }
  });
});

describe('publishing', () => {
  test('a new version puts it in force and alters no byte of the old one', async () => {
    const brands = smallBrands();
    const server = await startTestServer({ places: { brands } });
    const old = await noticeText(server, 1);
    withNewVersion(brands);
    await server.reload();
    expect(errors(server)).toEqual([]);
    expect(await noticeText(server, 1)).toBe(old);
    const current = JSON.parse(await noticeText(server, 'current')) as { notice: { version: number }; hash: string };
    expect(current.notice.version).toBe(2);
    expect(current.hash).not.toBe((JSON.parse(old) as { hash: string }).hash);
    await server.stop();

    const later = await startTestServer({ dataDir: server.dataDir, places: { brands } });
    expect(await noticeText(later, 1)).toBe(old);
    expect(JSON.parse(await noticeText(later, 2))).toEqual(current);
    await later.stop();
  });

  test('another text under a published version is refused, with the line of the version', async () => {
    const brands = smallBrands();
    const server = await startTestServer({ places: { brands } });
    const old = await noticeText(server, 'current');
    edit(brands, 'notice.yaml', (text) => text.replace('retention: 24 months', 'retention: 12 months'));
    await server.reload();
    expect(errors(server)).toHaveLength(1);
    expect(errors(server)[0]).toMatchObject({ file: `${brand}/notice.yaml`, line: 2 });
    expect(errors(server)[0]?.['msg']).toContain('Write version: 2.');
    expect(await noticeText(server, 'current')).toBe(old);
    await server.stop();
  });

  test('a language that was missing joins its version, for good, and alters no byte of the others', async () => {
    const brands = smallBrands();
    const server = await startTestServer({ places: { brands } });
    const old = await noticeText(server, 1);
    edit(brands, 'brand.yaml', (text) => text.replace('languages: [en-GB]', 'languages: [en-GB, en-IE]'));
    const words = join(brands, brand, 'languages');
    cpSync(join(words, 'en-GB.yaml'), join(words, 'en-IE.yaml'));
    await server.reload();
    expect(errors(server)).toEqual([]);
    await server.stop();

    const later = await startTestServer({ dataDir: server.dataDir, places: { brands } });
    expect(errors(later)).toEqual([]);
    const joined = await later.client().request('GET', `/v1/${brand}/notices/1?language=en-IE`);
    expect(await joined.json()).toMatchObject({ notice: { language: 'en-IE', version: 1 } });
    expect(await noticeText(later, 1)).toBe(old);
    await later.stop();
  });

  test('going back to an older version is refused', async () => {
    const brands = smallBrands();
    const original = readFileSync(join(brands, brand, 'notice.yaml'), 'utf8');
    withNewVersion(brands);
    const server = await startTestServer({ places: { brands } });
    const current = await noticeText(server, 'current');
    writeFileSync(join(brands, brand, 'notice.yaml'), original);
    await server.reload();
    expect(errors(server)[0]?.['msg']).toContain('older');
    expect(await noticeText(server, 'current')).toBe(current);
    await server.stop();
  });
});
