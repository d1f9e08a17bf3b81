import { useLingui } from '@lingui/react';
import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '#contract/primitives.ts';
import { useBackend } from '#data/backend-context.tsx';
import { useVoice } from '#i18n/use-voice.ts';
import { appStrings } from './app.strings.ts';
import { speak } from './language.ts';

/** "English", in English: each language is named in itself. */
const nameOf = (language: Language): string =>
  new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;

/** The languages a brand speaks; nothing where there is none to choose from. */
export function LanguageChoice({ languages }: { readonly languages: readonly Language[] }) {
  const { say } = useVoice();
  const { i18n } = useLingui();
  const client = useQueryClient();
  const backend = useBackend();
  if (languages.length < 2) return null;
  return (
    <label className="inline-flex min-h-11 items-center gap-2">
      {say(appStrings.language)}
      <select
        value={i18n.locale}
        onChange={(event) => void speak(client, backend, event.currentTarget.value)}
        className="min-h-11"
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOf(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
