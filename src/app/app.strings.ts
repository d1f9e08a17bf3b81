import { msg } from '@lingui/core/macro';

export const appStrings = {
  skip: msg`Skip to the main part`,
  loading: msg`Loading`,
  signOut: msg`Sign out`,
  signingOut: msg`Signing out`,
  signOutFailed: msg`We could not sign you out. You are still signed in: try again.`,
  language: msg`Language`,
  signIn: msg`Sign in`,
  again: msg`Try again`,
  overview: msg`See what we hold`,
};

export const signedInAs = (name: string) => msg`Signed in as ${{ name }}`;

/** What a page says in place of itself: what is so, what that means for the customer, and what to do. */
export const errorStrings = {
  signed_out: {
    title: msg`Sign in to see your data`,
    text: msg`You are not signed in. Nothing you decided has changed.`,
  },
  offline: {
    title: msg`You are offline`,
    text: msg`We need a connection to show your data. Your choices stand as you left them. This page loads when you are back.`,
  },
  unreachable: {
    title: msg`We cannot show your data right now`,
    text: msg`The fault is on our side. Your choices stand as you left them. Try again in a minute.`,
  },
  not_found: {
    title: msg`There is nothing at this address`,
    text: msg`The link is old or has a typing mistake.`,
  },
  broken: {
    title: msg`This page stopped working`,
    text: msg`The fault is ours. Your choices stand as you left them. Load the page again.`,
  },
};
