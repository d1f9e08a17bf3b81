import { memo, Suspense, useState } from 'react';
import type { Category } from '#contract/notice.ts';
import type { CategoryOverview } from '#contract/overview.ts';
import { press, undo, type Bulk, type LeftOut as LeftOutUse, type Press, type Shown } from '#rules/category-switch.ts';
import { RichText } from '#ui/rich-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { getOf, receivedIn } from './benefit.model.ts';
import { bulkStatusOf } from '#ui/bulk-status.model.ts';
import { CategoryCard, fetchCard } from './lazy-card.ts';
import { focusOnSwitch } from './focus-on.ts';
import { holdOf } from './hold.model.ts';
import { LeftOut } from './left-out.tsx';
import type { Page } from './page.ts';
import { RowControl } from './row-control.tsx';
import { controlOf } from './row.model.ts';
import { afterPresses, type Views } from '#intents/shown.ts';
import { RowName } from './row-name.tsx';
import { rowStrings } from './row.strings.ts';
import { sameRow } from './same-row.ts';
import { inEffect, optionalUses, type Stored } from './stored.model.ts';
import { TurnOnQuestion } from './turn-on-question.tsx';
import { useLate } from '#ui/use-late.ts';
import type { Toggle } from './use-open-cards.ts';

export interface CategoryRowProps {
  readonly page: Page;
  readonly category: Category;
  readonly overview: CategoryOverview | undefined;
  readonly stored: Stored;
  readonly views: Views;
  /** The choices of this category as they are on screen. */
  readonly shown: Shown;
  readonly open: boolean;
  readonly onToggle: Toggle;
}

/** One kind of data as a balance: what we hold, the switch, what you get. It opens its card in place. */
function Row({ page, category, overview, stored, views, shown, open, onToggle }: CategoryRowProps) {
  const [question, setQuestion] = useState<Extract<Press, { kind: 'open' }> | null>(null);
  const [before, setBefore] = useState<Shown | null>(null);
  const [left, setLeft] = useState<readonly LeftOutUse[]>([]);
  // Which switch was pressed last: what became of it is told beside that one.
  const [pressedHere, setPressedHere] = useState(false);
  const { voice } = page;
  const { say } = voice;
  const optional = optionalUses(category);
  const status = bulkStatusOf(page, optional, views);
  const late = useLate(status?.tone === 'wait');
  const quiet = status && status.tone !== 'heed' && (status.tone !== 'wait' || late) ? status : null;
  const heed = status?.tone === 'heed' && (!open || pressedHere) ? status : null;
  const hold = holdOf(voice, category, overview, stored, page.now);
  const received = receivedIn(voice, category, overview, page.since);
  const get = getOf(voice, category, received, stored);
  const control = controlOf(voice, category, shown, stored, late || status?.tone === 'heed');
  const cardId = `card-${category.id}`;
  const headingId = `heading-${category.id}`;

  /** Answers whether the press is taken as it is: then its switch shows it at once. */
  const pressSwitch = (): boolean => {
    const now = afterPresses(shown, page);
    const deed = press(category.uses, now);
    setPressedHere(true);
    setLeft([]);
    if (deed.kind === 'open') {
      // Nothing that one press turns on: no question, but the way to what takes more; to the only one at once.
      const none = deed.choices.length === 0;
      const only = none && deed.left.length === 1 ? deed.left[0]?.choice : undefined;
      setQuestion(none ? null : deed);
      if (none) setLeft(deed.left);
      if (!open) onToggle(category.id, only);
      else if (only !== undefined) document.getElementById(only)?.focus();
      return false;
    }
    setQuestion(null);
    setBefore(deed.kind === 'withdraw' && deed.items.length > 1 ? now : null);
    page.intend(deed.items);
    return true;
  };
  const back = before && status?.tone === 'kept' ? undo(category.uses, before, shown) : null;
  const goBack = (bulk: Bulk): void => {
    setBefore(null);
    setLeft(bulk.left);
    page.intend(bulk.items);
  };

  return (
    <article
      className="row"
      aria-labelledby={headingId}
      aria-busy={late}
      data-on={category.uses.some((use) => optional.length === 0 || (optional.includes(use) && inEffect(use, stored)))}
    >
      <div className="row-head">
        <div className="row-hold" onPointerEnter={fetchCard} onFocus={fetchCard}>
          <RowName category={category} label={say(rowStrings.hold)} open={open} onToggle={onToggle} />
          <div className="row-held">
            {hold.claim && <p className="text-ink">{hold.claim}</p>}
            {hold.held && <p>{hold.held}</p>}
          </div>
        </div>
        <RowControl
          page={page}
          category={category}
          control={control}
          quiet={quiet}
          heed={heed}
          onPress={pressSwitch}
          onUndo={back && back.items.length > 0 ? () => goBack(back) : null}
        />
        <div className="row-get">
          <p className="row-label">{say(rowStrings.get)}</p>
          <p>
            <RichText text={get.main} />
          </p>
          {get.note && <p className="text-note text-ink-2">{get.note}</p>}
        </div>
      </div>
      <LeftOut voice={voice} uses={category.uses} shown={shown} left={left} boxed />
      {question && (
        <TurnOnQuestion
          page={page}
          category={category}
          shown={shown}
          question={question}
          onDone={() => {
            focusOnSwitch(`switch-${category.id}`);
            setQuestion(null);
          }}
        />
      )}
      {open && (
        <section id={cardId} className="card reveal" aria-labelledby={headingId}>
          <Suspense fallback={<Skeleton className="h-64" />}>
            <CategoryCard
              page={page}
              category={category}
              overview={overview}
              stored={stored}
              views={views}
              received={received}
              toldAbove={heed !== null && optional.length === 1}
              onPress={() => setPressedHere(false)}
            />
          </Suspense>
        </section>
      )}
    </article>
  );
}

/** A press repaints only the row it was made in. */
export const CategoryRow = memo(Row, sameRow);
