import { useQuery } from '@tanstack/react-query';
import { useBackend } from '#data/backend-context.tsx';
import { Button } from '#ui/button.tsx';
import { changesStrings } from './changes.strings.ts';
import { changesOf } from './changes.model.ts';
import type { Difference } from './notice-difference.tsx';

/** Each thing that the newer notice says otherwise, in words, by use and by kind of data. */
export function NoticeChangesList({ voice, since, version }: Difference) {
  const backend = useBackend();
  const { say, language } = voice;
  const { data, error, refetch } = useQuery({
    queryKey: ['notice changes', version, since, language],
    queryFn: ({ signal }) => backend.getNoticeChanges({ version, since, language }, { signal }),
  });
  if (data)
    return (
      <ul className="lines">
        {changesOf(voice, data).map(({ id, about, facts }) => (
          <li key={id}>
            <b>{about}</b>
            <ul className="bullets">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    );
  if (!error) return <p role="status">{say(changesStrings.loading)}</p>;
  return (
    <>
      <p role="alert">{say(changesStrings.failed)}</p>
      <div className="answers mt-2">
        <Button onPress={() => void refetch()}>{say(changesStrings.again)}</Button>
      </div>
    </>
  );
}
