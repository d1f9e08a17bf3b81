import { Suspense, useLayoutEffect } from 'react';
import { PageLink } from '#navigation/page-link.tsx';
import { BackendError } from '#backend/port.ts';
import { onReturn } from '#data/on-return.ts';
import { visitorPlace } from '#features/overview/route.tsx';
import { useVoice } from '#i18n/use-voice.ts';
import { Button } from '#ui/button.tsx';
import { PageMessage } from '#ui/page-message.tsx';
import { appStrings, errorStrings } from './app.strings.ts';
import { useTakeOver } from './early-presses.ts';
import { LoadingPage } from './loading-page.tsx';

type Kind = keyof typeof errorStrings;

const meaning: Partial<Record<BackendError['code'], Kind>> = {
  signed_out: 'signed_out',
  offline: 'offline',
  not_found: 'not_found',
  malformed: 'broken',
  no_key: 'broken',
};

/** What a failure means to the customer. A fault of this program is never blamed on the connection. */
function kindOf(error: unknown): Kind {
  return error instanceof BackendError ? (meaning[error.code] ?? 'unreachable') : 'broken';
}

interface Properties {
  readonly error: unknown;
  readonly retry: () => void;
  /** Where the customer signs in; null where the brand has no such page. */
  readonly signInUrl: string | null;
}

/** In place of a page that could not be shown. It tries again by itself when the customer or the connection returns. */
export function ErrorPage(props: Properties) {
  useTakeOver();
  if (kindOf(props.error) !== 'signed_out') return <Failure {...props} />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <Visitor {...props} onSignedIn={props.retry} />
    </Suspense>
  );
}

function Failure({ error, retry, signInUrl }: Properties) {
  const { say } = useVoice();
  const kind = kindOf(error);
  const { title, text } = errorStrings[kind];
  useLayoutEffect(
    () => (kind === 'not_found' || kind === 'broken' ? undefined : onReturn(window, retry)),
    [kind, retry],
  );
  const actions =
    kind === 'not_found' ? (
      <WayHome />
    ) : (
      <>
        {kind === 'signed_out' && signInUrl !== null && (
          <a className="button" href={signInUrl}>
            {say(appStrings.signIn)}
          </a>
        )}
        <Button onPress={kind === 'broken' ? () => window.location.reload() : retry}>{say(appStrings.again)}</Button>
      </>
    );
  return (
    <PageMessage title={say(title)} actions={actions}>
      <title>{say(title)}</title>
      <p>{say(text)}</p>
    </PageMessage>
  );
}

/** The address keeps what it asks for besides the page: a language, a scenario. */
function WayHome() {
  const { say } = useVoice();
  return (
    <PageLink className="button" to="/">
      {say(appStrings.overview)}
    </PageLink>
  );
}

const visitor = visitorPlace<Properties & { readonly onSignedIn: () => void }>(Failure);
const Visitor = visitor.Part;

/** Brings the page for somebody who is not signed in, so that it can be drawn without waiting. */
export const visitorReady = visitor.ready;
