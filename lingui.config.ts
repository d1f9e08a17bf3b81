import { defineConfig } from '@lingui/cli';

export default defineConfig({
  sourceLocale: 'en',
  // The made-up languages en-XA and ar-XB need no catalogs: src/i18n/pseudo.ts makes them from English when asked.
  locales: ['en'],
  fallbackLocales: { default: 'en' },
  catalogs: [{ path: 'src/i18n/locales/{locale}', include: ['src'] }],
  orderBy: 'messageId',
});
