import type { DeedStatus } from '#intents/deed-status.ts';
import { PageLink } from '#navigation/page-link.tsx';
import type { ForgetFacts } from './forget.model.ts';
import { ForgetPanel } from './forget-panel.tsx';
import { askForget, forgetNamed, forgetStrings } from './forget.strings.ts';
import { canForget, type HeldKind } from './held.model.ts';
import { heldStrings } from './held.strings.ts';
import type { DeedPage } from './use-held-page.ts';

interface HeldRowProps {
  readonly page: DeedPage;
  readonly kind: HeldKind;
  readonly facts: Omit<ForgetFacts, 'held'>;
  readonly forgetting: boolean;
  readonly status: DeedStatus | null;
}

/** One kind of data: how much is held, since when and where from, with the ways to its records and to forget it. */
export function HeldRow({ page, kind, facts, forgetting, status }: HeldRowProps) {
  const { category, held, text, items, from, forgotten } = kind;
  const { say } = page.voice;
  const id = `held-${category.id}`;
  return (
    <article className="held-row" aria-labelledby={id}>
      <div className="held-what">
        <h3 id={id} className="font-strong">
          {held.count > 0 ? <PageLink to={`/held/${category.id}`}>{category.name}</PageLink> : category.name}
        </h3>
        <p>{text}</p>
        {items.length > 0 && (
          <ul className="held-items">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        {from && <p className="text-note text-ink-2">{from}</p>}
        {category.passive && (
          <p className="text-note text-ink-2">
            {say(heldStrings.passive)} <PageLink to="/right-now">{say(heldStrings.rightNow)}</PageLink>
          </p>
        )}
      </div>
      {forgetting ? (
        <ForgetPanel
          page={page}
          facts={{ ...facts, held: [held] }}
          scope={{ scope: 'category', id: category.id }}
          question={say(askForget(category.name))}
          label={say(forgetStrings.all)}
          named={say(forgetNamed(category.name))}
          offered={canForget(held)}
          before={forgotten}
          status={status}
        />
      ) : (
        forgotten && <p className="forget-before">{forgotten}</p>
      )}
    </article>
  );
}
