import { msg } from '@lingui/core/macro';

/** What stands around every page. */
export const appStrings = {
  skip: msg({ id: 'app.skip', message: 'Skip to the main part' }),
  loading: msg({ id: 'app.loading', message: 'Loading' }),
  signOut: msg({ id: 'app.sign_out', message: 'Sign out' }),
  signingOut: msg({ id: 'app.signing_out', message: 'Signing out' }),
  signOutFailed: msg({
    id: 'app.sign_out_failed',
    message: 'We could not sign you out. You are still signed in: try again.',
  }),
  language: msg({ id: 'app.language', message: 'Language' }),
  signIn: msg({ id: 'app.sign_in', message: 'Sign in' }),
  again: msg({ id: 'app.again', message: 'Try again' }),
  overview: msg({ id: 'app.overview', message: 'See what we hold' }),
};

export const signedInAs = (name: string) => msg({ id: 'app.signed_in_as', message: `Signed in as ${name}` });

/** What a page says in place of itself: what is so, what that means for the customer, and what to do. */
export const errorStrings = {
  signed_out: {
    title: msg({ id: 'error.signed_out', message: 'Sign in to see your data' }),
    text: msg({ id: 'error.signed_out_text', message: 'You are not signed in. Nothing you decided has changed.' }),
  },
  offline: {
    title: msg({ id: 'error.offline', message: 'You are offline' }),
    text: msg({
      id: 'error.offline_text',
      message:
        'We need a connection to show your data. Your choices stand as you left them. The page loads when you are back.',
    }),
  },
  unreachable: {
    title: msg({ id: 'error.unreachable', message: 'We cannot show your data right now' }),
    text: msg({
      id: 'error.unreachable_text',
      message: 'The fault is on our side. Your choices stand as you left them. Try again in a minute.',
    }),
  },
  not_found: {
    title: msg({ id: 'error.not_found', message: 'There is nothing at this address' }),
    text: msg({ id: 'error.not_found_text', message: 'The link is old or has a typing mistake.' }),
  },
  broken: {
    title: msg({ id: 'error.broken', message: 'This page stopped working' }),
    text: msg({
      id: 'error.broken_text',
      message: 'The fault is ours. Your choices stand as you left them. Load the page again.',
    }),
  },
};
