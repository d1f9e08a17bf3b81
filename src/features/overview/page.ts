import type { Capabilities } from '#contract/capabilities.ts';
import type { ChoiceId, Day, Instant } from '#contract/primitives.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Notice } from '#contract/notice.ts';
import type { StatusFacts } from '#ui/status.model.ts';

/** What every part of the page knows, and the deeds it can do. It changes only when the page itself does. */
export interface Page extends StatusFacts {
  readonly notice: Notice;
  /** The moment of the overview, else of the choices: "now" as the backend sees it. */
  readonly now: Instant;
  /** Since when benefits are counted; null where the backend does not tell what is held. */
  readonly since: Day | null;
  /** The browser's opt-out signal is present. */
  readonly gpc: boolean;
  readonly signInUrl: string | null;
  /** What more the backend can tell on pages of their own. */
  readonly can: Pick<Capabilities, 'records' | 'activity' | 'preview' | 'expectations'>;
  readonly intend: (items: readonly DecisionItem[]) => void;
  readonly again: (choice: ChoiceId) => void;
  /** What a choice's switch shows once every press made so far is drawn. */
  readonly latest: (choice: ChoiceId) => string | null;
  /** What a choice's last press here was saved as, drawn or not. */
  readonly savedAs: (choice: ChoiceId) => number | null;
  readonly dismiss: (choice: ChoiceId) => void;
  readonly tryNow: () => void;
}
