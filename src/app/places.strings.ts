import { msg } from '@lingui/core/macro';

/** The list of places, and its places. */
export const placeStrings = {
  places: msg({ id: 'place.places', message: 'Your data' }),
  overview: msg({ id: 'place.overview', message: 'Overview' }),
  yourself: msg({ id: 'place.yourself', message: 'Tell us yourself' }),
};
