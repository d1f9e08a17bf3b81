// Builds every page under pages/ into dist/<name>/ and prints what each file weighs.
//   node build.mjs [name ...]
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { weigh } from './serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const pages = join(here, 'pages');
const dist = join(here, 'dist');
const require = createRequire(import.meta.url);
const modules = join(dirname(require.resolve('react/package.json')), '..');

const html = ({ title, head = '', body = '' }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>
`;

async function buildReact(name, out) {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const root = join(pages, name);
  const extra = existsSync(join(root, 'vite.mjs')) ? (await import(join(root, 'vite.mjs'))).default : {};
  const run = (options) =>
    build({
      root,
      configFile: false,
      logLevel: 'warn',
      base: './',
      plugins: [react()],
      ...extra,
      build: { emptyOutDir: true, ...options },
    });

  let body = '';
  if (existsSync(join(root, 'prerender.jsx'))) {
    const server = join(dist, '.prerender', name);
    await run({ ssr: 'prerender.jsx', outDir: server });
    body = (await import(join(server, 'prerender.js'))).default();
    rmSync(server, { recursive: true });
  }
  const index = join(root, 'index.html');
  writeFileSync(
    index,
    html({
      title: name,
      head: '<script type="module" src="./main.jsx"></script>',
      body: `<div id="root">${body}</div>`,
    }),
  );
  await run({ outDir: out, modulePreload: { polyfill: false } });
  rmSync(index);
}

async function buildScript(name, out) {
  const { default: page } = await import(join(pages, name, 'page.mjs'));
  const { files = {}, content = {}, ...document } = page();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [to, from] of Object.entries(files)) cpSync(join(modules, from), join(out, to));
  for (const [to, text] of Object.entries(content)) writeFileSync(join(out, to), text);
  writeFileSync(join(out, 'index.html'), html(document));
}

const walk = (dir) =>
  readdirSync(dir).flatMap((entry) => {
    const path = join(dir, entry);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

const wanted = process.argv.slice(2);
const names = readdirSync(pages).filter(
  (n) => statSync(join(pages, n)).isDirectory() && (!wanted.length || wanted.includes(n)),
);
for (const name of names) {
  const out = join(dist, name);
  await (existsSync(join(pages, name, 'main.jsx')) ? buildReact : buildScript)(name, out);
  for (const file of walk(out)) {
    const { raw, gzip, brotli } = weigh(readFileSync(file));
    console.log([name, relative(out, file), raw, gzip, brotli].join('\t'));
  }
}
