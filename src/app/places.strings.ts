import { msg } from '@lingui/core/macro';

/** The list of places, and its places. */
export const placeStrings = {
  places: msg({ id: 'place.places', message: 'Your data' }),
  overview: msg({ id: 'place.overview', message: 'Overview' }),
  held: msg({ id: 'place.held', message: 'What we hold' }),
  activity: msg({ id: 'place.activity', message: 'How we used it' }),
  concluded: msg({ id: 'place.concluded', message: 'What we concluded' }),
  yourself: msg({ id: 'place.yourself', message: 'Tell us yourself' }),
  safety: msg({ id: 'place.safety', message: 'How we keep it safe' }),
  benefits: msg({ id: 'place.benefits', message: 'What you got' }),
};
