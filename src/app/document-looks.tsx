import { useLingui } from '@lingui/react';
import { useLayoutEffect } from 'react';
import { applyTheme } from '#brand/apply-theme.ts';
import { useBrandFace } from '#data/use-brand-face.ts';
import { directionOf } from '#i18n/language.ts';

/** What the document itself says of language, direction and look. Draws nothing. */
export function DocumentLooks() {
  const { i18n } = useLingui();
  const theme = useBrandFace()?.theme;
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.locale;
    document.documentElement.dir = directionOf(i18n.locale);
  }, [i18n.locale]);
  useLayoutEffect(() => {
    if (theme) applyTheme(theme, document);
  }, [theme]);
  return null;
}
