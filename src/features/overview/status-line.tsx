import { PageLink } from '#navigation/page-link.tsx';
import { StatusLine as Line, type StatusDeeds } from '#ui/status-line.tsx';
import type { Voice } from '#i18n/voice.ts';
import type { Status } from '#ui/status.model.ts';
import { statusStrings } from '#ui/status.strings.ts';
import { overviewStrings } from './overview.strings.ts';

interface StatusLineProps extends StatusDeeds {
  readonly voice: Voice;
  readonly status: Status;
  /** The way back from a press on many uses at once. */
  readonly onUndo?: (() => void) | null;
}

/** The status of a choice with its receipt and, where many were made at once, the way back. */
export function StatusLine({ onUndo, ...line }: StatusLineProps) {
  const { voice, status, onTaken } = line;
  return (
    <Line {...line}>
      {status.receipt !== null && (
        <PageLink to={`/receipts/${status.receipt}`}>{voice.say(statusStrings.receipt)}</PageLink>
      )}
      {onUndo && (
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            onTaken();
            onUndo();
          }}
        >
          {voice.say(overviewStrings.undo)}
        </button>
      )}
    </Line>
  );
}
