import type { ReactNode } from 'react';
import type { Category } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { allRecords, wayStrings } from './card.strings.ts';
import type { Page } from './page.ts';

/** What leads on from a card: for each place in it the link, or nothing where it leads nowhere. */
export interface CardWays {
  readonly records: ReactNode;
  readonly activity: ReactNode;
  readonly rightNow: ReactNode;
  readonly kept: ReactNode;
}

/** The ways on from the card of a customer. */
export function cardWays(
  { can, voice: { say } }: Page,
  { id, passive }: Category,
  overview: CategoryOverview | undefined,
): CardWays {
  const { held, forgotten, usedDays } = overview ?? {};
  const count = held?.count ?? 0;
  const used = usedDays?.some((times) => times > 0);
  return {
    records: can.records && count > 0 && <PageLink to={`/held/${id}`}>{say(allRecords(count))}</PageLink>,
    activity: can.activity && used && (
      <PageLink to="/activity" asked={{ category: id }}>
        {say(wayStrings.activity)}
      </PageLink>
    ),
    rightNow: passive && <PageLink to="/right-now">{say(wayStrings.rightNow)}</PageLink>,
    kept: can.records && forgotten && forgotten.kept > 0 && (
      <PageLink to={`/held/${id}`}>{say(wayStrings.kept)}</PageLink>
    ),
  };
}
