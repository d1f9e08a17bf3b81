import { Suspense, useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { BackendError } from '#backend/port.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import type { RecordsAsked } from '#data/use-records.ts';
import { Button } from '#ui/button.tsx';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { BehindHead } from './behind-head.tsx';
import { KindHead } from './kind-head.tsx';
import { RecordFilters } from './record-filters.tsx';
import { RecordList } from './record-list.tsx';
import { recordStrings } from './record.strings.ts';
import { useHeldPage } from './use-held-page.ts';
import './held.css';

/** No search and no id is longer than this: see `RecordFilter`. */
const LONGEST = 100;

/** The records of one kind; with ?behind= those that a conclusion or a benefit rests on, of one kind or of all. */
export function RecordsPage({ category: id }: { readonly category: string | null }) {
  const held = useHeldPage();
  const { notice, page } = held;
  const [params] = useSearchParams();
  const category = notice.categories.find((one) => one.id === id) ?? null;
  if (id !== null && category === null) throw new BackendError('not_found', `The notice has no category "${id}".`);
  const behind = params.get('behind')?.slice(0, LONGEST) ?? null;
  const search = params.get('search')?.slice(0, LONGEST) ?? '';
  const item = category?.items.find((one) => one.id === params.get('item'))?.id;
  const asked: RecordsAsked = useMemo(
    () => ({
      ...(id !== null && { category: id }),
      ...(item !== undefined && { item }),
      ...(search.trim() !== '' && { search: search.trim() }),
      ...(behind !== null && { behind }),
    }),
    [id, item, search, behind],
  );
  // What is on screen stays until what is asked for is here.
  const shown = useDeferredValue(asked);
  const { say } = page.voice;
  return (
    <>
      {behind === null && category ? (
        <KindHead held={held} category={category} />
      ) : (
        <BehindHead held={held} category={category} behind={behind ?? ''} />
      )}
      {behind === null && category && (
        <RecordFilters voice={page.voice} category={category} item={item} search={search} />
      )}
      <Suspense fallback={<Skeleton className="mt-8 h-64" />}>
        <PanelBoundary
          key={JSON.stringify(shown)}
          renderFailure={(retry) => (
            <NoticeBar tone="heed" actions={<Button onPress={retry}>{say(recordStrings.again)}</Button>}>
              <p role="alert">{say(recordStrings.failed)}</p>
            </NoticeBar>
          )}
        >
          <RecordList held={held} asked={shown} />
        </PanelBoundary>
      </Suspense>
    </>
  );
}
