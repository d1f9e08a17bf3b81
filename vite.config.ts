import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import type { BuildOptions, Plugin, PluginOption } from 'vite';
import { defineConfig } from 'vitest/config';
import { withoutUnused } from './scripts/without-unused.ts';
import { wireContract } from './scripts/wire-contract.ts';

/** Messages are written with macros in `*.strings.ts` only, so that Babel reads those few files and no others. */
const messages = () => {
  const preset = linguiTransformerBabelPreset();
  preset.rolldown.filter = { ...preset.rolldown.filter, id: /\.strings\.ts$/ };
  return babel({ presets: [preset] });
};

const testing = process.env['VITEST'] !== undefined;

/** The scenarios answer for themselves: there is no configuration to fetch ahead. */
const withoutConfig: Plugin = {
  name: 'without-config',
  transformIndexHtml: (html) => html.replace(/^.*rel="preload" href="\/evenhand\.json".*\n/m, ''),
};

/** Scenarios run while developing, and in a build of mode "scenarios"; the product's build has no trace of them. */
const withScenarios = (mode: string): PluginOption =>
  mode === 'production' || testing ? [] : [msw({ mode: 'worker-only' }), withoutConfig];

const rendererBuild: BuildOptions = { target: 'node22', outDir: 'dist-server', copyPublicDir: false };

const browserBuild = (mode: string): BuildOptions => ({
  target: 'es2023',
  // A browser that does not know these hints does without them.
  modulePreload: { polyfill: false },
  manifest: true,
  outDir: mode === 'production' ? 'dist' : 'node_modules/.scenarios',
  rolldownOptions: {
    output: {
      // What the first page needs is one file: cut in pieces for the sake of later pages it weighs 3 kB more. The
      // compiler of messages is not of it: only what reads a brand's own files compiles any.
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: 'app', tags: ['$initial'], test: (id) => !/messageformat|message-utils|moo/.test(id) }],
      },
    },
  },
});

export default defineConfig(({ mode, isSsrBuild = false }) => ({
  plugins: [
    // Macros must be gone before anything else looks at a file: with another order the page dies at run time.
    messages(),
    wireContract,
    ...withoutUnused,
    react(),
    lingui(),
    !testing && tailwindcss(),
    withScenarios(mode),
  ],
  server: { host: '127.0.0.1', port: 4610 },
  preview: { host: '127.0.0.1' },
  build: isSsrBuild ? rendererBuild : browserBuild(mode),
  // What draws pages on the server is one folder that stands alone, and knows at build time that it is no test bench.
  ssr: isSsrBuild ? { noExternal: true } : {},
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  test: {
    // Every core: left to itself it keeps one free for a person who is not there.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          globalSetup: ['tests/setup-postgres.ts'],
          // For machines that are busy: no test here waits for time to pass.
          testTimeout: 20_000,
          include: ['{src,server,mocks,brands,scripts,tests}/**/*.test.ts'],
          exclude: ['tests/{e2e,bench}/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'dom',
          environment: 'happy-dom',
          environmentOptions: { happyDOM: { url: 'http://localhost:3000/' } },
          include: ['{src,tests}/**/*.test.tsx'],
          exclude: ['tests/{e2e,bench}/**', '**/node_modules/**'],
          setupFiles: ['tests/setup-dom.ts'],
          testTimeout: 40_000,
        },
      },
    ],
  },
}));
