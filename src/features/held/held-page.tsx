import { useHoldings } from '#data/use-holdings.ts';
import { useInForce } from '#intents/use-in-force.ts';
import { RichText } from '#ui/rich-text.tsx';
import { ForgetPanel } from './forget-panel.tsx';
import { forgetStrings } from './forget.strings.ts';
import { HeldRow } from './held-row.tsx';
import { canForget, heldGroups, heldSummary } from './held.model.ts';
import { heldStrings } from './held.strings.ts';
import { useHeldPage } from './use-held-page.ts';
import './held.css';

/** All that is held about the customer, kind by kind, and the way to forget it. */
export function HeldPage() {
  const { can, notice, statusOf, page } = useHeldPage();
  const holdings = useHoldings();
  const isOn = useInForce(notice);
  const { voice } = page;
  const { say } = voice;
  const facts = { voice, notice, backupsUntil: holdings.backupsUntil, isOn, can };
  const everything = statusOf('forget:everything');
  const anything = holdings.categories.some(canForget);
  return (
    <>
      <title>{`${say(heldStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(heldStrings.title)}</h1>
      <p className="summary">
        <RichText text={heldSummary(voice, holdings)} />
      </p>
      {heldGroups(voice, notice, holdings).map(({ source, title, text, kinds }) => (
        <section key={source} className="group" aria-labelledby={`group-${source}`}>
          <h2 id={`group-${source}`} className="text-group font-strong">
            {title}
          </h2>
          <p className="text-note text-ink-2">{text}</p>
          <div className="rows">
            {kinds.map((kind) => (
              <HeldRow
                key={kind.category.id}
                page={page}
                kind={kind}
                facts={facts}
                forgetting={can.forgetting ?? false}
                status={statusOf(`forget:${kind.category.id}`)}
              />
            ))}
          </div>
        </section>
      ))}
      {can.forgetting && (anything || everything) && (
        <section className="group" aria-labelledby="forget-everything">
          <h2 id="forget-everything" className="text-group font-strong">
            {say(forgetStrings.everything)}
          </h2>
          <p className="max-w-text text-note text-ink-2">{say(forgetStrings.everythingText)}</p>
          <ForgetPanel
            page={page}
            facts={{ ...facts, held: holdings.categories }}
            scope={{ scope: 'everything' }}
            question={say(forgetStrings.askEverything)}
            label={say(forgetStrings.everything)}
            offered={anything}
            before={null}
            status={everything}
          />
        </section>
      )}
    </>
  );
}
