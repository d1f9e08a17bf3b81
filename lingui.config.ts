import { defineConfig } from '@lingui/cli';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'en-XA', 'ar-XB'],
  // Made-up languages: en-XA is longer than any real one, ar-XB is read from right to left.
  pseudoLocale: ['en-XA', 'ar-XB'],
  fallbackLocales: { default: 'en' },
  catalogs: [{ path: 'src/i18n/locales/{locale}', include: ['src'] }],
});
