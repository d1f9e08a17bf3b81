import type { Category } from '#contract/notice.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useHoldings } from '#data/use-holdings.ts';
import { useInForce } from '#intents/use-in-force.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { ForgetPanel } from './forget-panel.tsx';
import { askForget, forgetStrings } from './forget.strings.ts';
import { canForget, kindOf } from './held.model.ts';
import { heldStrings } from './held.strings.ts';
import { recordsTitle, recordStrings } from './record.strings.ts';
import type { useHeldPage } from './use-held-page.ts';

interface KindHeadProps {
  readonly held: ReturnType<typeof useHeldPage>;
  readonly category: Category;
}

/** What stands above the records of one kind: how much there is, and the way to forget it all. */
export function KindHead({ held, category }: KindHeadProps) {
  const { notice, page } = held;
  const { say } = page.voice;
  const title = say(recordsTitle(category.name));
  return (
    <>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <PageLink to="/held" className="inline-flex min-h-11 items-center text-note">
        {say(recordStrings.back)}
      </PageLink>
      <h1 className="page-title">{title}</h1>
      {/* Where this cannot be read, neither can the records: they say so. */}
      <PanelBoundary renderFailure={() => null}>
        <Counted held={held} category={category} />
      </PanelBoundary>
    </>
  );
}

function Counted({ held: { can, notice, page, statusOf }, category }: KindHeadProps) {
  const { voice } = page;
  const { say } = voice;
  const { categories, backupsUntil } = useHoldings();
  const isOn = useInForce(notice);
  const held = categories.find((one) => one.category === category.id);
  if (!held) return null;
  const { text, from, forgotten } = kindOf(voice, category, held);
  return (
    <>
      <p className="summary">
        {text} {from}
      </p>
      {category.passive && (
        <p className="-mt-3 mb-6">
          {say(heldStrings.passive)} <PageLink to="/right-now">{say(heldStrings.rightNow)}</PageLink>
        </p>
      )}
      {can.forgetting ? (
        <ForgetPanel
          page={page}
          facts={{ voice, notice, backupsUntil, isOn, can, held: [held] }}
          scope={{ scope: 'category', id: category.id }}
          question={say(askForget(category.name))}
          label={say(forgetStrings.all)}
          offered={canForget(held)}
          before={forgotten}
          status={statusOf(`forget:${category.id}`)}
        />
      ) : (
        forgotten && <p className="forget-before">{forgotten}</p>
      )}
    </>
  );
}
