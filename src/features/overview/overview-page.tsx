import { memo, useMemo } from 'react';
import type { Choices } from '#contract/choices.ts';
import type { Overview } from '#contract/overview.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { LiveRegion } from '#ui/live-region.tsx';
import { RichText } from '#ui/rich-text.tsx';
import { CategoryGroups } from './category-groups.tsx';
import { CategoryRow } from './category-row.tsx';
import { Everything } from './everything.tsx';
import { LinkedNotice } from './lazy-linked.tsx';
import { lastHereOf, linkedIn, signalOf, summaryOf, suspendedOf } from './overview.model.ts';
import { overviewStrings } from './overview.strings.ts';
import type { Page } from './page.ts';
import { PageNotices } from './page-notices.tsx';
import { shownOf, type Views } from '#intents/shown.ts';
import { SignalNotice } from './signal-notice.tsx';
import { optionalUses, type Stored } from './stored.model.ts';
import type { Toggle } from './use-open-cards.ts';
import { SuspendedNotice } from './suspended-notice.tsx';
import { UnknownAddress } from './unknown-address.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { YearFigure } from './year-figure.tsx';
import { yearOf } from '#rules/year.ts';

interface OverviewPageProps {
  readonly page: Page;
  readonly choices: Choices;
  /** Null where the backend does not tell what is held. */
  readonly overview: Overview | null;
  readonly views: Views;
  readonly open: readonly string[];
  readonly onToggle: Toggle;
  readonly online: boolean;
  readonly onShowNewNotice: () => void;
  /** What is held could not be read: how to try again. */
  readonly onRetry?: (() => void) | undefined;
  readonly wanted: string | undefined;
}

/** What we hold, and what you get: a balance for every kind of data. */
function TheOverview(props: OverviewPageProps) {
  const { page, choices, overview, views, open, onToggle } = props;
  const { voice, notice } = page;
  const stored: Stored = Object.fromEntries(
    choices.choices.map((state) => [state.choice, views[state.choice]?.stored ?? state]),
  );
  const shown = shownOf(choices, views);
  const uses = useMemo(() => notice.categories.flatMap(optionalUses), [notice]);
  const signal = signalOf(notice, choices, stored);
  const suspended = suspendedOf(notice, stored);
  const linked = linkedIn(notice, stored);
  const announcement = useAnnouncement(page, uses, views);
  return (
    <>
      <h1 tabIndex={-1} className="page-title">
        {voice.say(overviewStrings.title)}
      </h1>
      <Summary page={page} overview={overview} stored={stored} />
      {overview && <LastHere page={page} overview={overview} />}
      <UnknownAddress voice={voice} notice={notice} wanted={props.wanted} />
      {uses.length > 0 && <Everything page={page} uses={uses} views={views} shown={shown} />}
      <PageNotices {...props} />
      {overview && <TheYear page={page} overview={overview} />}
      {suspended && <SuspendedNotice voice={voice} suspended={suspended} version={notice.version} />}
      <LinkedNotice
        voice={voice}
        brand={notice.brand}
        uses={linked}
        seq={Math.max(0, ...linked.map(({ id }) => stored[id]?.seq ?? 0))}
      />
      {signal && <SignalNotice voice={voice} signal={signal} />}
      <CategoryGroups
        notice={notice}
        renderRow={(category) => (
          <CategoryRow
            key={category.id}
            page={page}
            category={category}
            overview={overview?.categories.find((one) => one.category === category.id)}
            stored={partOf(stored, category.id)}
            views={partOf(views, category.id)}
            shown={shown}
            open={open.includes(category.id)}
            onToggle={onToggle}
          />
        )}
      />
      <LiveRegion text={announcement} />
    </>
  );
}

interface SummaryProps {
  readonly page: Page;
  readonly overview: Overview | null;
  readonly stored: Stored;
}

const Summary = ({ page: { voice, notice }, overview, stored }: SummaryProps) => (
  <p className="summary">
    <RichText text={summaryOf(voice, notice, overview, stored)} />
  </p>
);

interface ToldProps {
  readonly page: Page;
  readonly overview: Overview;
}

/** What was done since the customer was last here is told unasked. */
function LastHere({ page, overview }: ToldProps) {
  const text = lastHereOf(page.voice, overview);
  return (
    text && (
      <p className="last-here">
        <RichText text={text} /> <Events page={page} words={overviewStrings.whatWeDid} />
      </p>
    )
  );
}

interface EventsProps {
  readonly page: Page;
  readonly words: Parameters<Page['voice']['say']>[0];
}

const Events = ({ page: { can, voice }, words }: EventsProps) =>
  can.activity && <PageLink to="/activity">{voice.say(words)}</PageLink>;

function Year({ page, overview }: ToldProps) {
  const { categories, since } = overview;
  const year = yearOf(
    categories.map(({ usedDays }) => usedDays),
    since,
  );
  return <YearFigure voice={page.voice} year={year} more={<Events page={page} words={overviewStrings.everyEvent} />} />;
}
const TheYear = memo(Year);

/** While it waits for time to be drawn anew, what happens around it leaves it as it is. */
export const OverviewPage = memo(TheOverview);

/** What of a table by choice belongs to one category: its choices are named after it. */
const partOf = <T,>(table: Readonly<Record<string, T>>, category: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(table).filter(([choice]) => choice.startsWith(`${category}.`)));
