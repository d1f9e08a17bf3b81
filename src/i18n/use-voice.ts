import { useLingui } from '@lingui/react';
import { voiceOf, type Voice } from './voice.ts';

/** The page's voice: words, the notice's messages and formats, in the language in use and the brand's time zone. */
export const useVoice = (zone = 'UTC'): Voice => voiceOf(useLingui().i18n, zone);
