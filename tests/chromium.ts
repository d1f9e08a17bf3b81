import { existsSync } from 'node:fs';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser that an npm package ships; it unpacks itself into the temporary folder on first use. */
async function shipped(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

/** EVENHAND_CHROMIUM, else the system's Chromium or Chrome, else the one that comes with `npm ci`. Missing = exit 1. */
async function findChromium(): Promise<string> {
  const wanted = process.env['EVENHAND_CHROMIUM'];
  const found = wanted === undefined ? (system.find((path) => existsSync(path)) ?? (await shipped())) : wanted;
  if (found !== undefined && existsSync(found)) return found;
  console.error(
    wanted === undefined
      ? 'No browser found: install Chromium or Chrome, or set EVENHAND_CHROMIUM to the path of one.'
      : `EVENHAND_CHROMIUM is set to ${wanted}, and there is no such file: set it to the path of a Chromium or Chrome.`,
  );
  return process.exit(1);
}

/** How the end-to-end tests start their browser. The flags keep it from calling home. */
export const launchOptions = {
  executablePath: await findChromium(),
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
