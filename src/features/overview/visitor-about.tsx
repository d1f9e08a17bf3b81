import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { visitorStrings } from './visitor.strings.ts';

const Mail = ({ address }: { readonly address: string }) => <a href={`mailto:${address}`}>{address}</a>;

/** Who is answerable, and how to reach them. None of it needs signing in. */
export function VisitorAbout() {
  const { say } = useVoice();
  const { controller } = useNotice().notice;
  const { legalName, address, email, phone, dataProtectionOfficer: officer, authority } = controller;
  return (
    <section className="group" aria-labelledby="about-brand">
      <h2 id="about-brand" className="text-group font-strong">
        {say(visitorStrings.about)}
      </h2>
      <div className="rows card">
        <DefinitionCard
          definitions={[
            {
              term: say(visitorStrings.brand),
              detail: (
                <>
                  <p>{legalName}</p>
                  <p>{address}</p>
                </>
              ),
            },
            {
              term: say(visitorStrings.write),
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
              term: say(visitorStrings.officer),
              detail: (
                <>
                  <p>{officer.name}</p>
                  <p>
                    <Mail address={officer.email} />
                  </p>
                </>
              ),
            },
            { term: say(visitorStrings.authority), detail: <a href={authority.url}>{authority.name}</a> },
          ]}
        />
      </div>
    </section>
  );
}
