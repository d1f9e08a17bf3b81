import { useLocation } from 'react-router';
import type { Voice } from '#i18n/voice.ts';
import { keptSearch } from '#navigation/kept-search.ts';
import { Link } from '#navigation/link.tsx';
import type { Reader } from './question.model.ts';
import { yourselfStrings } from './yourself.strings.ts';

interface ReadersProps {
  readonly voice: Voice;
  readonly readers: readonly Reader[];
  /** There is an answer that they read, or do not. */
  readonly answered: boolean;
}

/** The uses that read an answer, each a way to its switch; of one that is off, that the answer is not used. */
export function Readers({ voice: { say }, readers, answered }: ReadersProps) {
  const { search } = useLocation();
  return (
    <ul>
      {readers.map(({ id, name, on }) => {
        const [category = '', use = ''] = id.split('.');
        return (
          <li key={id}>
            <Link to={{ pathname: `/data/${category}`, search: keptSearch(search), hash: `#${use}` }}>{name}</Link>
            {!on && (
              <span className="block text-ink-2">
                {say(answered ? yourselfStrings.keptNotUsed : yourselfStrings.off)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
