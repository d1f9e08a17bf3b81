import { msg } from '@lingui/core/macro';

/** A card whose code did not come. */
export const cardFailureStrings = {
  text: msg({
    id: 'card.not_here',
    message: 'The rest of this needs a connection. It opens by itself when you are back.',
  }),
  again: msg({ id: 'card.again', message: 'Try again' }),
};
