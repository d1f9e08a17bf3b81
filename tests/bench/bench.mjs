// Browser benchmark of the pages in peers.config.mjs.
//   node bench.mjs [--runs 7] [--only a,b] [--profile desktop,mobile] [--config file] [--out results.json]
//   node bench.mjs --screens [--runs 7]   the pages behind the first, from a warm one
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { launchOptions } from '../chromium.ts';
import { probe } from './probe.mjs';
import { screensOf, screensTable } from './screens.mjs';
import { serve } from './serve.mjs';

const { values: args } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    screens: { type: 'boolean', default: false },
    only: { type: 'string' },
    profile: { type: 'string', default: 'desktop,mobile' },
    config: { type: 'string', default: new URL('peers.config.mjs', import.meta.url).pathname },
    out: { type: 'string', default: new URL('results.json', import.meta.url).pathname },
  },
});
const config = await import(pathToFileURL(resolve(args.config)));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const profiles = {
  desktop: { context: { viewport: { width: 1280, height: 800 } } },
  mobile: {
    context: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true },
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const quantile = (list, q) => {
  const sorted = list.filter((n) => n != null).toSorted((a, b) => a - b);
  if (!sorted.length) return null;
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at % 1);
};
const median = (list) => quantile(list, 0.5);

async function start(page) {
  if (!page.start) return () => {};
  const child = spawn('sh', ['-c', page.start], {
    detached: true,
    stdio: 'ignore',
    cwd: page.cwd,
    env: { ...process.env, ...page.env },
  });
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(page.url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return () => process.kill(-Number(child.pid));
    await sleep(200);
  }
  process.kill(-Number(child.pid));
  throw new Error(`${page.name}: ${page.url} did not answer`);
}

// Opens the page in a new context and waits until it shows a toggle.
async function open(browser, page, profile, clickAtOnce = false) {
  const context = await browser.newContext(profile.context);
  await page.prepare?.(context, page.url);
  await context.addInitScript(probe, { toggle: page.toggle, clickAtOnce });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  const requests = new Map();
  cdp.on('Network.responseReceived', ({ requestId, type, response }) =>
    requests.set(requestId, { type, bytes: 0, host: new URL(response.url).host }),
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  if (profile.network) await cdp.send('Network.emulateNetworkConditions', profile.network);
  if (profile.cpu) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  await tab.goto(page.url, { waitUntil: 'commit' });
  let frame = tab.mainFrame();
  while (page.frame && !(frame = tab.frames().find((f) => f.url().includes(page.frame)))) await sleep(20);
  await frame.waitForFunction(() => window.consentBench?.toggleAt, null, { polling: 50, timeout: 60_000 });
  return { context, tab, frame, cdp, requests };
}

async function settle({ tab, frame }) {
  await tab.waitForLoadState('networkidle');
  await frame.waitForFunction(
    () => {
      const last = window.consentBench.tasks.at(-1);
      return performance.now() - Math.max(window.consentBench.toggleAt, last ? last.start + last.duration : 0) > 700;
    },
    null,
    { polling: 100 },
  );
}

async function clickOn({ tab, frame }, selector, index = 0) {
  const target = frame.locator(selector).nth(index);
  await target.evaluate((el) => el.scrollIntoView({ block: 'nearest' }));
  const { x, y, width, height } = await target.boundingBox();
  await tab.mouse.click(x + width / 2, y + height / 2);
}

async function save(session, page) {
  await session.frame.evaluate((kind) => window.consentBench.armSave(kind), page.persist);
  await clickOn(session, page.save);
  const saved = session.frame.evaluate(() => window.consentBench.saved).catch(() => null);
  return Promise.race([saved, sleep(8000).then(() => null)]);
}

// A press is answered when the page shows it and, where a press is the save, when the server has said so.
const answer = ({ frame }, page) =>
  page.savesAtPress
    ? frame.waitForFunction(() => window.consentBench.writes.some((w) => w.kind === 'fetch' && w.ok), null, {
        timeout: 5000,
      })
    : Promise.resolve();

// Clicks toggles and the save button as a visitor would.
async function use(session, page, answered) {
  const { frame } = session;
  const count = await frame.locator(page.toggle).count();
  const states = await frame.evaluate((n) => Array.from({ length: n }, (_, i) => window.consentBench.state(i)), count);
  if (states.some((s) => s !== 'true' && s !== 'false'))
    throw new Error(`${page.toggle} matches an element that is not a toggle`);
  const targets = await frame.evaluate((press) => press?.map((one) => window.consentBench.indexOf(one)), page.press);
  const clicks = [];
  for (let i = 0; i < 6; i++) {
    const index = targets ? targets[i % targets.length] : i % Math.min(count, 3);
    await frame.evaluate((n) => window.consentBench.armToggle(n), index);
    await clickOn(session, page.toggle, index);
    clicks.push(await Promise.race([frame.evaluate(() => window.consentBench.toggled), sleep(3000).then(() => null)]));
    if (i === 0) await answer(session, page).then(answered);
    await sleep(200);
  }
  const events = await frame.evaluate(() =>
    window.consentBench.events.filter((e) => e.name === 'click').map((e) => e.duration),
  );
  const saved = await save(session, page);
  return {
    click: median(clicks),
    firstClick: clicks[0],
    event: median([...events, ...Array(Math.max(0, 6 - events.length)).fill(8)]), // entries under 16 ms are not reported
    save: saved?.ms ?? null,
  };
}

async function measure(browser, page, profile) {
  const session = await open(browser, page, profile);
  const { frame, tab, cdp, requests } = session;
  await settle(session);

  const timing = await frame.evaluate(() => ({
    origin: performance.timeOrigin,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    lcp: window.consentBench.lcp,
    toggle: window.consentBench.toggleAt,
    blocking: window.consentBench.tasks.reduce((sum, t) => sum + Math.max(0, t.duration - 50), 0),
    elements: window.consentBench.elements(),
    shift: window.consentBench.shift,
  }));
  const offset = timing.origin - (await tab.evaluate(() => performance.timeOrigin));
  const bytes = (...kinds) =>
    [...requests.values()].filter((r) => !kinds.length || kinds.includes(r.type)).reduce((sum, r) => sum + r.bytes, 0);
  const loaded = {
    requests: requests.size,
    bytes: bytes(),
    js: bytes('Script'),
    css: bytes('Stylesheet'),
    html: bytes('Document'),
    otherHosts: [...requests.values()].filter((r) => r.host && r.host !== new URL(page.url).host).length,
  };
  const metric = async () =>
    Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
  const before = await metric();
  await cdp.send('HeapProfiler.collectGarbage');
  const after = await metric();

  let jsAnswered = null;
  const used = page.loadOnly ? {} : await use(session, page, () => (jsAnswered = bytes('Script')));
  await session.context.close();

  const at = (time) => (time == null ? null : time + offset);
  return {
    ...loaded,
    jsAnswered,
    fcp: at(timing.fcp),
    lcp: at(timing.lcp),
    toggle: at(timing.toggle),
    blocking: timing.blocking,
    script: before.ScriptDuration * 1000,
    mainThread: before.TaskDuration * 1000,
    heap: after.JSHeapUsedSize,
    shift: timing.shift,
    elements: timing.elements,
    nodes: after.Nodes,
    ...used,
  };
}

async function check(browser, page) {
  const result = {};

  let session = await open(browser, page, profiles.desktop);
  await settle(session);
  await session.frame.evaluate(axe);
  const { violations } = await session.frame.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  result.axe = violations
    .filter((v) => ['serious', 'critical'].includes(v.impact))
    .map((v) => ({ rule: v.id, impact: v.impact, nodes: v.nodes.length }));
  await session.context.close();

  if (page.loadOnly) return result;

  session = await open(browser, page, profiles.desktop);
  await settle(session);
  result.keyboard = { tabs: null, space: false };
  for (let tabs = 1, index = -1; tabs <= 60 && index < 0; tabs++) {
    await session.tab.keyboard.press('Tab');
    index = await session.frame.evaluate(() => window.consentBench.focused());
    if (index < 0) continue;
    const state = () => session.frame.evaluate((n) => window.consentBench.state(n), index);
    const before = await state();
    await session.tab.keyboard.press('Space');
    await sleep(400);
    result.keyboard = { tabs, space: (await state()) !== before };
  }
  await session.context.close();

  // A click the moment a toggle shows must change the page and reach what is saved.
  const saved = async (clickAtOnce) => {
    const visit = await open(browser, page, profiles.mobile, clickAtOnce);
    await settle(visit);
    const flipped = await visit.frame.evaluate(() => {
      const { early, state } = window.consentBench;
      return !!early && state(early.index) !== early.before;
    });
    const written = page.savesAtPress
      ? await visit.frame.evaluate(() => window.consentBench.writes.filter((w) => w.ok).map((w) => w.value))
      : [(await save(visit, page))?.value];
    const value = written.join('\n').replace(/[\w.:-]{16,}|\d\d+/g, '#');
    await visit.context.close();
    return { flipped, value };
  };
  const [control, again, early] = [await saved(false), await saved(false), await saved(true)];
  if (control.value === again.value) result.earlyClick = early.flipped && early.value !== control.value;
  return result;
}

const columns = [
  ['bytes', 'KB total', (n) => (n / 1000).toFixed(1)],
  ['js', 'KB JS', (n) => (n / 1000).toFixed(1)],
  ['jsAnswered', 'KB JS until a press is answered', (n) => (n / 1000).toFixed(1)],
  ['css', 'KB CSS', (n) => (n / 1000).toFixed(1)],
  ['requests', 'req', (n) => n.toFixed(0)],
  ['fcp', 'FCP ms', (n) => n.toFixed(0)],
  ['lcp', 'LCP ms', (n) => n.toFixed(0)],
  ['toggle', 'toggle ms', (n) => n.toFixed(0)],
  ['toggle25', 'p25', (n) => n.toFixed(0)],
  ['toggle75', 'p75', (n) => n.toFixed(0)],
  ['blocking', 'TBT ms', (n) => n.toFixed(0)],
  ['script', 'script ms', (n) => n.toFixed(0)],
  ['mainThread', 'main ms', (n) => n.toFixed(0)],
  ['heap', 'heap MB', (n) => (n / 1e6).toFixed(2)],
  ['shift', 'layout shift', (n) => n.toFixed(3)],
  ['otherHosts', 'other hosts', (n) => n.toFixed(0)],
  ['elements', 'elements', (n) => n.toFixed(0)],
  ['click', 'click ms', (n) => n.toFixed(1)],
  ['event', 'event ms', (n) => n.toFixed(0)],
  ['save', 'save ms', (n) => n.toFixed(1)],
];

function table(profile, medians) {
  const base = medians[config.baseline];
  const cell = (row, [key, , format]) => {
    if (row[key] == null) return '–';
    return format(row[key]) + (base?.[key] ? ` (${(row[key] / base[key]).toFixed(2)})` : '');
  };
  const lines = [
    `### ${profile}: median (ratio to ${config.baseline})`,
    `| page | ${columns.map(([, title]) => title).join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...Object.entries(medians).map(([name, row]) => `| ${name} | ${columns.map((c) => cell(row, c)).join(' | ')} |`),
  ];
  return lines.join('\n');
}

const yesNo = (value) => (value == null ? '–' : value ? 'yes' : 'no');
const wanted = args.only?.split(',');
const pages = config.pages
  .filter((p) => (args.screens ? p.screens || p.name === config.baseline : !wanted || wanted.includes(p.name)))
  .map((p) => ({ ...p }));
const server = await serve(Object.fromEntries(pages.filter((p) => p.dir).map((p) => [p.name, p.dir])));
for (const page of pages) if (page.dir) page.url = `${server.origin}/${page.name}/${page.path ?? ''}`;
const stops = [];
const launch = async () => {
  const browser = await chromium.launch({ ...launchOptions, args: flags });
  const context = await browser.newContext();
  await (await context.newPage()).goto('about:blank');
  await context.close();
  return browser;
};

const runs = [];
const checks = {};
let meta;
try {
  for (const page of pages) stops.push(await start(page));
  let browser = await launch();
  meta = {
    at: new Date().toISOString(),
    chromium: browser.version(),
    node: process.version,
    cpu: `${cpus().length} x ${cpus()[0].model}`,
    runs: +args.runs,
  };
  for (const page of args.screens ? [] : pages) {
    checks[page.name] = await check(browser, page).catch((error) => ({ error: error.message }));
    console.error(page.name, JSON.stringify(checks[page.name]));
  }
  await browser.close();
  for (let round = 0; args.screens && round < +args.runs; round++) {
    browser = await launch();
    for (const page of pages) {
      const steps = {
        open: () => open(browser, { ...page, toggle: page.screens ? 'main button' : page.toggle }, profiles.mobile),
        settle,
        clickOn,
      };
      runs.push(...(await screensOf(page, steps)).map((run) => ({ round, load: loadavg()[0], ...run })));
    }
    await browser.close();
  }
  for (let round = 0; !args.screens && round < +args.runs; round++) {
    for (const name of args.profile.split(',')) {
      browser = await launch();
      for (let i = 0; i < pages.length; i++) {
        const page = pages[(i + round) % pages.length];
        const load = loadavg()[0];
        const result = await measure(browser, page, profiles[name]).catch((error) => ({ error: error.message }));
        runs.push({ round, profile: name, page: page.name, load, ...result });
        console.error(round, name, page.name, result.error ?? `${result.toggle.toFixed(0)} ms`);
      }
      await browser.close();
    }
  }
} finally {
  stops.forEach((stop) => stop());
  server.close();
}

if (args.screens) {
  console.log(screensTable(runs, config.baseline, median));
  writeFileSync(args.out, JSON.stringify({ meta, runs }, null, 1));
  process.exit();
}

const medians = {};
for (const profile of args.profile.split(',')) {
  medians[profile] = {};
  for (const { name } of pages) {
    const mine = runs.filter((r) => r.profile === profile && r.page === name && !r.error);
    const of = (key, q = 0.5) =>
      quantile(
        mine.map((r) => r[key]),
        q,
      );
    const keys = [...columns.map(([key]) => key), 'html', 'nodes', 'firstClick'];
    medians[profile][name] = {
      ...Object.fromEntries(keys.map((key) => [key, of(key)])),
      toggle25: of('toggle', 0.25),
      toggle75: of('toggle', 0.75),
    };
  }
  console.log(`\n${table(profile, medians[profile])}`);
}
console.log(
  '\n### checks\n| page | axe serious+critical (rules/nodes) | Tab presses to first toggle | Space toggles | click at first sight kept |\n|---|--:|--:|---|---|',
);
for (const [name, c] of Object.entries(checks)) {
  if (c.error) console.log(`| ${name} | ${c.error} |`);
  else
    console.log(
      `| ${name} | ${c.axe.length}/${c.axe.reduce((sum, v) => sum + v.nodes, 0)} ${c.axe.map((v) => v.rule).join(', ')} | ${c.keyboard?.tabs ?? '–'} | ${yesNo(c.keyboard?.space)} | ${yesNo(c.earlyClick)} |`,
    );
}
writeFileSync(args.out, JSON.stringify({ meta, medians, checks, runs }, null, 1));
