import { PageLink } from '#navigation/page-link.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useReceipt } from '#data/use-receipt.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { statementOf, toldOf } from './receipt.model.ts';
import { receiptStrings } from './receipt.strings.ts';

/** What a signed statement says, and the statement itself as a file. */
export function ReceiptPage({ seq }: { readonly seq: number }) {
  const { brand, durability } = useCapabilities();
  const { notice } = useNotice();
  const { receipt } = useReceipt(seq);
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const statement = statementOf(receipt);
  const told = statement && toldOf(voice, notice, statement);
  // A key that was made in this browser says nothing of who signed.
  const signed = durability !== 'browser';
  const intro = signed ? receiptStrings.intro : receiptStrings.inBrowser;
  const title = say(receiptStrings.title);
  return (
    <div>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <PageLink to="/" className="inline-flex min-h-11 items-center text-note">
        {say(receiptStrings.back)}
      </PageLink>
      <h1 className="page-title">{title}</h1>
      <p className="summary">{say(told ? intro : receiptStrings.unreadable)}</p>
      {told && (
        <div className="rows card max-w-receipt">
          <DefinitionCard
            definitions={[
              {
                term: say(receiptStrings.what),
                detail: (
                  <ul>
                    {told.what.map(({ choice, text }) => (
                      <li key={choice}>
                        <RichText text={text} />
                      </li>
                    ))}
                  </ul>
                ),
              },
              { term: say(receiptStrings.when), detail: told.when },
              { term: say(receiptStrings.by), detail: told.by },
              { term: say(receiptStrings.notice), detail: told.notice },
              { term: say(receiptStrings.mark), detail: told.mark },
              ...(signed ? [{ term: say(receiptStrings.signedBy), detail: told.issuer }] : []),
            ]}
          />
        </div>
      )}
      <p className="mt-6">
        <a className="button" href={`data:application/jose,${receipt}`} download={`${brand.id}-receipt-${seq}.jws`}>
          {say(receiptStrings.download)}
        </a>
      </p>
    </div>
  );
}
