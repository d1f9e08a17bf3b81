import { Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import type { ActivityAsked } from '#data/use-activity.ts';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { Button } from '#ui/button.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import { NoticeBar } from '#ui/notice-bar.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { activityStrings } from './activity.strings.ts';
import { countId, EventList } from './event-list.tsx';
import { askedIn } from './filter.model.ts';
import { Filters } from './filters.tsx';
import { YearStrips } from './year-strips.tsx';
import { yearStrings } from './year.strings.ts';
import './activity.css';

/** How we used your data: which part of it to show, the year in a picture, and every event. */
export function ActivityPlace() {
  const { brand, overview } = useCapabilities();
  const { notice } = useNotice();
  const { search } = useLocation();
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const asked = useMemo(() => askedIn(search, notice), [search, notice]);
  // What is on screen stays until what is asked for is here.
  const shown = useDeferredValue(asked);
  const { said, onShown, onSelect } = useLeading(asked);
  const place = { voice, notice, brand };
  return (
    <>
      <title>{`${say(activityStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(activityStrings.title)}</h1>
      <p className="summary">{say(activityStrings.intro)}</p>
      <Filters voice={voice} notice={notice} asked={asked} onSelect={onSelect} />
      {overview && (
        <PanelBoundary renderFailure={() => <p className="strips-failed">{say(yearStrings.failed)}</p>}>
          <Suspense fallback={<Skeleton className="mt-6 h-64" />}>
            <YearStrips {...place} asked={shown} />
          </Suspense>
        </PanelBoundary>
      )}
      <PanelBoundary
        key={JSON.stringify(shown)}
        renderFailure={(retry) => (
          <NoticeBar tone="heed" actions={<Button onPress={retry}>{say(activityStrings.again)}</Button>}>
            <p role="alert">{say(activityStrings.failed)}</p>
          </NoticeBar>
        )}
      >
        <Suspense fallback={<Skeleton className="mt-8 h-64" />}>
          <EventList {...place} asked={shown} busy={shown !== asked} onShown={onShown} />
        </Suspense>
      </PanelBoundary>
      <LiveRegion text={said} />
    </>
  );
}

/**
 * What was asked for anew is told when it is there. A list that was chosen from keeps the keyboard; a link that was
 * followed leads to the count of what it asked for, for it may itself be gone.
 */
function useLeading(asked: ActivityAsked) {
  const [said, setSaid] = useState('');
  const known = useRef(JSON.stringify(asked));
  const selected = useRef(false);
  const onSelect = useCallback(() => {
    selected.current = true;
  }, []);
  const onShown = useCallback((shown: ActivityAsked, count: string) => {
    const key = JSON.stringify(shown);
    if (key === known.current) return;
    known.current = key;
    if (selected.current) setSaid(count.replaceAll(/<\/?b>/g, ''));
    else document.getElementById(countId)?.focus();
    selected.current = false;
  }, []);
  return { said, onShown, onSelect };
}
