import type { Voice } from '#i18n/voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { UseLink } from '#navigation/use-link.tsx';
import { RichText } from '#ui/rich-text.tsx';
import type { Chain } from './concluded.model.ts';
import { concludedStrings } from './concluded.strings.ts';

/** Which pages there are to lead to. */
export interface LeadsTo {
  readonly records: boolean;
  readonly activity: boolean;
}

interface ChainTilesProps {
  readonly voice: Voice;
  readonly id: string;
  readonly label: string;
  readonly chain: Chain;
  readonly leadsTo: LeadsTo;
}

/** Seen, therefore concluded, therefore used: three tiles, each leading to what it tells of. */
export function ChainTiles({ voice: { say }, id, label, chain, leadsTo }: ChainTilesProps) {
  return (
    <ol className="chain">
      <li className="chain-tile">
        <p className="chain-term">{say(concludedStrings.saw)}</p>
        <Seen say={say} id={id} chain={chain} leadsTo={leadsTo} />
        <Arrow />
      </li>
      <li className="chain-tile">
        <p className="chain-term">{chain.confidence}</p>
        <h2 id={id} tabIndex={-1} className="chain-what">
          {label}
        </h2>
        <p className="chain-note">{chain.when}</p>
        {chain.judged && <p className="mt-2 text-note font-strong">{chain.judged}</p>}
        <Arrow />
      </li>
      <li className="chain-tile">
        <p className="chain-term">{say(chain.used ? concludedStrings.usedTo : concludedStrings.nowUsedFor)}</p>
        <Used say={say} chain={chain} leadsTo={leadsTo} />
      </li>
    </ol>
  );
}

interface PartProps {
  readonly say: Voice['say'];
  readonly chain: Chain;
  readonly leadsTo: LeadsTo;
}

function Seen({ say, id, chain: { seen, seenWhen }, leadsTo }: PartProps & { readonly id: string }) {
  if (seenWhen === null) return <p>{say(concludedStrings.sawNothing)}</p>;
  return (
    <>
      <ul className="chain-list">
        {seen.map(({ category, item, text, sample }) => (
          <li key={`${category}.${item}`}>
            {leadsTo.records ? (
              <PageLink to={`/held/${category}`} asked={{ item, behind: id }} className="chain-link">
                <RichText text={text} />
              </PageLink>
            ) : (
              <RichText text={text} />
            )}
            <span className="chain-note block">{sample}</span>
          </li>
        ))}
      </ul>
      <p className="chain-note">{seenWhen}</p>
    </>
  );
}

function Used({ say, chain: { used }, leadsTo }: PartProps) {
  if (!used)
    return (
      <>
        <p className="font-strong">{say(concludedStrings.nothing)}</p>
        <p className="chain-note">{say(concludedStrings.noUse)}</p>
      </>
    );
  return (
    <ul className="chain-list">
      {used.map(({ use, name, times, did, off }) => (
        <li key={use}>
          <span className="chain-link">
            <UseLink use={use}>{name}</UseLink>
          </span>
          <span className="chain-note block">
            <RichText text={off === null ? times : `${times} ${off}`} />{' '}
            {did && leadsTo.activity && (
              <PageLink to="/activity" asked={{ use }}>
                {say(concludedStrings.eachTime)}
                <span className="sr-only">: {name}</span>
              </PageLink>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Decoration: that one follows from the other is said in words. */
const Arrow = () => (
  <svg viewBox="0 0 28 12" aria-hidden="true" className="chain-arrow">
    <path d="M0 6h20" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M19 1.5l9 4.5-9 4.5z" fill="currentColor" />
  </svg>
);
