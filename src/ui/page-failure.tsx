import { useVoice } from '#i18n/use-voice.ts';
import { Button } from './button.tsx';
import { PageMessage } from './page-message.tsx';
import { pageFailureStrings } from './page-failure.strings.ts';

/** In place of a page that could not be fetched. It tries again by itself when the connection is back. */
export function PageFailure({ retry }: { readonly retry: () => void }) {
  const { say } = useVoice();
  const title = say(pageFailureStrings.title);
  return (
    <PageMessage title={title} actions={<Button onPress={retry}>{say(pageFailureStrings.again)}</Button>}>
      <title>{title}</title>
      <p>{say(pageFailureStrings.text)}</p>
    </PageMessage>
  );
}
