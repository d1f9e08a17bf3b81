import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useSafety } from '#data/use-safety.ts';
import { useVoice } from '#i18n/use-voice.ts';
import type { Voice } from '#i18n/voice.ts';
import { DefinitionCard } from '#ui/definition-card.tsx';
import { toldSafety, type KeptSafe, type ToldIncident } from './safety.model.ts';
import { safetyStrings } from './safety.strings.ts';
import './safety.css';

/** How the data is kept safe, as dated facts: all of it, what went wrong, then kind by kind. */
export function SafetyPage() {
  const { brand } = useCapabilities();
  const { notice } = useNotice();
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const { all, incidents, none, kinds } = toldSafety(voice, notice, useSafety());
  return (
    <>
      <title>{`${say(safetyStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(safetyStrings.title)}</h1>
      <p className="summary">{say(safetyStrings.intro)}</p>
      {all.length > 0 && (
        <section className="group" aria-labelledby="safety-all">
          <h2 id="safety-all" className="text-group font-strong">
            {say(safetyStrings.all)}
          </h2>
          <div className="rows">
            {all.map((kept) => (
              <Kept key={kept.id} voice={voice} kept={kept} labelledBy="safety-all" />
            ))}
          </div>
        </section>
      )}
      <section className="group" aria-labelledby="safety-incidents">
        <h2 id="safety-incidents" className="text-group font-strong">
          {say(safetyStrings.incidents)}
        </h2>
        {none !== null && <p className="mt-2 max-w-text">{none}</p>}
        {incidents.length > 0 && (
          <div className="rows">
            {incidents.map((told) => (
              <OneIncident key={told.incident.id} voice={voice} told={told} />
            ))}
          </div>
        )}
      </section>
      {kinds.length > 0 && (
        <section className="group" aria-labelledby="safety-kinds">
          <h2 id="safety-kinds" className="text-group font-strong">
            {say(safetyStrings.kinds)}
          </h2>
          <div className="rows">
            {kinds.map((kept) => (
              <Kept key={kept.id} voice={voice} kept={kept} labelledBy={`safety-${kept.id}`} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

interface KeptProps {
  readonly voice: Voice;
  readonly kept: KeptSafe;
  readonly labelledBy: string;
}

function Kept({ voice: { say }, kept: { id, name, checked, fact }, labelledBy }: KeptProps) {
  return (
    <article className="safety-fact" aria-labelledby={labelledBy}>
      <div className="safety-head">
        {name !== null && (
          <h3 id={`safety-${id}`} className="font-strong">
            {name}
          </h3>
        )}
        <p className="text-note text-ink-2">{checked}</p>
      </div>
      <DefinitionCard
        definitions={[
          { term: say(safetyStrings.where), detail: fact.where },
          { term: say(safetyStrings.readers), detail: fact.readers },
          ...(fact.measures.length > 0
            ? [{ term: say(safetyStrings.measures), detail: <Lines lines={fact.measures} /> }]
            : []),
        ]}
      />
    </article>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 1) return lines[0];
  return (
    <ul className="bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function OneIncident({ voice: { say }, told }: { readonly voice: Voice; readonly told: ToldIncident }) {
  const { incident, you, when, found, told: toldOn, data } = told;
  const id = `incident-${incident.id}`;
  return (
    <article className="safety-fact" aria-labelledby={id}>
      <div className="safety-head">
        <h3 id={id} className="font-strong">
          {when}
        </h3>
        <p>
          <b>{you}</b>
        </p>
      </div>
      <DefinitionCard
        definitions={[
          { term: say(safetyStrings.what), detail: incident.what },
          { term: say(safetyStrings.data), detail: data },
          { term: say(safetyStrings.found), detail: found },
          { term: say(safetyStrings.told), detail: toldOn },
          { term: say(safetyStrings.done), detail: incident.done },
        ]}
      />
    </article>
  );
}
