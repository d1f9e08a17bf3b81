import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** What draws pages, before it is built. */
export const renderer = resolve(import.meta.dirname, '../../src/render-page.tsx');

/** As the build leaves it. */
export const index = `<!doctype html>
<html lang="en">
  <head>
    <title>Your data</title>
    <link rel="preload" href="/evenhand.json" as="fetch" crossorigin="anonymous" />
    <script type="module" crossorigin src="/assets/app-BxY3kP0q.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/app-AAAAAAAA.css">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;
export const css = '.row{color:red}.row::before{content:"$& $1"}';

/** What comes with the late page of a receipt. */
export const lateCss = '.receipt{color:green}';

/** A folder with as much of a built app as drawing a page takes. */
export function builtApp(): string {
  const app = temporaryFolder();
  mkdirSync(join(app, 'assets'));
  mkdirSync(join(app, '.vite'));
  writeFileSync(join(app, 'index.html'), index);
  writeFileSync(join(app, 'assets/app-AAAAAAAA.css'), css);
  writeFileSync(join(app, 'assets/receipt-CCCCCCCC.css'), lateCss);
  const pieces = {
    'src/i18n/locales/en/page.po': { file: 'assets/page-BBBBBBBB.js' },
    'src/features/receipt/receipt-page.tsx': { file: 'assets/receipt-CCCCCCCC.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/shared-DDDDDDDD.js', css: ['assets/receipt-CCCCCCCC.css'], imports: ['index.html'] },
    'index.html': { file: 'assets/app-BxY3kP0q.js', css: ['assets/app-AAAAAAAA.css'] },
  };
  writeFileSync(join(app, '.vite/manifest.json'), JSON.stringify(pieces));
  return app;
}
