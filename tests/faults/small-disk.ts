import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/server/temporary-folder.ts';

/** A disk of a few megabytes that really is full when it is: writes fail with ENOSPC, as on a customer's machine. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it up but for so many bytes. */
  fill(butFor: number): void;
  /** Gives the space back. */
  free(): void;
  remove(): void;
}

const mount = (folder: string, megabytes: number): string | null => {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  return done.status === 0 ? null : (done.stderr ?? String(done.error)).trim();
};

const unmount = (folder: string): void => void spawnSync('umount', ['--lazy', folder]);

/** Can this process mount at all: root on Linux can. */
export const hasSmallDisks = (): boolean => {
  const folder = temporaryFolder();
  if (mount(folder, 1) !== null) return false;
  unmount(folder);
  return true;
};

/**
 * A limit on file sizes would be simpler and wrong: it answers EFBIG, or kills by SIGXFSZ, which no full disk does. So it
 * is a file system in memory, which takes the right to mount.
 */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = temporaryFolder();
  const refused = mount(folder, megabytes);
  if (refused !== null)
    throw new Error(`A disk that can be full needs the right to mount one; run as root. ${refused}`);
  chmodSync(folder, 0o1777);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(butFor) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - butFor)));
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => unmount(folder),
  };
}
