import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { signedOutStrings } from './signed-out.strings.ts';

const Mail = ({ address }: { readonly address: string }) => <a href={`mailto:${address}`}>{address}</a>;

/** The notice's first sentence, and how to reach those who are answerable. None of it needs signing in. */
export function AboutPage() {
  const { say } = useVoice();
  const { intro, controller } = useNotice().notice;
  const { legalName, address, email, phone, dataProtectionOfficer: officer, authority } = controller;
  return (
    <div className="rows card">
      <DefinitionCard
        definitions={[
          { term: say(signedOutStrings.page), detail: intro },
          {
            term: say(signedOutStrings.who),
            detail: (
              <>
                <p>{legalName}</p>
                <p>{address}</p>
              </>
            ),
          },
          {
            term: say(signedOutStrings.write),
            detail: (
              <>
                <p>
                  <Mail address={email} />
                </p>
                {phone !== null && <p>{phone}</p>}
              </>
            ),
          },
          {
            term: say(signedOutStrings.officer),
            detail: (
              <>
                <p>{officer.name}</p>
                <p>
                  <Mail address={officer.email} />
                </p>
              </>
            ),
          },
          { term: say(signedOutStrings.authority), detail: <a href={authority.url}>{authority.name}</a> },
        ]}
      />
    </div>
  );
}
