import { useLocation, useNavigate } from 'react-router';
import { keptSearch } from '#navigation/kept-search.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { useBrandFace } from '#data/use-brand-face.ts';
import { useSignOut } from '#data/use-sign-out.ts';
import { useSignedIn } from '#data/use-signed-in.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { appStrings, signedInAs } from './app.strings.ts';
import { LanguageChoice } from './language-choice.tsx';

/** Whose page this is and who is signed in: two customers may share a browser. */
export function Header() {
  const { say } = useVoice();
  const navigate = useNavigate();
  const home = { pathname: '/', search: keptSearch(useLocation().search) };
  const face = useBrandFace();
  const customer = useSignedIn();
  const { signOut, state } = useSignOut(() => void navigate(home));
  return (
    <header className="border-b border-line">
      <a className="skip" href="#main">
        {say(appStrings.skip)}
      </a>
      <div className="mx-auto flex min-h-14 w-full max-w-(--page) flex-wrap content-start items-center justify-between gap-x-6 px-4 py-1 max-[480px]:min-h-22">
        {face && (
          <PageLink to="/" className="inline-flex min-h-11 items-center text-ink no-underline">
            {face.logo === null ? (
              <b>{face.name}</b>
            ) : (
              <img src={face.logo} alt={face.name} className="h-6 max-w-full" />
            )}
          </PageLink>
        )}
        <div className="flex flex-wrap items-center gap-x-4 text-note text-ink-2">
          {face && <LanguageChoice languages={face.languages} />}
          {customer && (
            <>
              {customer.name !== null && <span>{say(signedInAs(customer.name))}</span>}
              <button type="button" className="plain-button" disabled={state === 'busy'} onClick={() => void signOut()}>
                {say(state === 'busy' ? appStrings.signingOut : appStrings.signOut)}
              </button>
            </>
          )}
        </div>
        {state === 'failed' && (
          <p role="alert" className="w-full pb-2 text-note">
            {say(appStrings.signOutFailed)}
          </p>
        )}
      </div>
    </header>
  );
}
