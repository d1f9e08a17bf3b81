import { useVoice } from '#i18n/use-voice.ts';
import { Button } from '#ui/button.tsx';
import { PageMessage } from '#ui/page-message.tsx';
import { receiptFailureStrings } from './receipt-failure.strings.ts';

/** In place of a receipt's page that could not be fetched. It tries again by itself when the connection is back. */
export function ReceiptFailure({ retry }: { readonly retry: () => void }) {
  const { say } = useVoice();
  const title = say(receiptFailureStrings.title);
  return (
    <PageMessage title={title} actions={<Button onPress={retry}>{say(receiptFailureStrings.again)}</Button>}>
      <title>{title}</title>
      <p>{say(receiptFailureStrings.text)}</p>
    </PageMessage>
  );
}
