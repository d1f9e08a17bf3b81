import { startTransition, useOptimistic } from 'react';

interface SwitchProps {
  readonly id: string;
  readonly checked: boolean;
  /** Answers whether the press is taken as it is: then the switch shows it in the next frame, whatever else takes time. */
  readonly onChange: (checked: boolean) => boolean;
  /** What "on" means, as words or as the id of the element that says it. It never changes with the state. */
  readonly name: string | { readonly by: string };
  /** Ids of the elements that say what is stored, and why. */
  readonly describedBy?: string | undefined;
  /** The words that stand beside the switch, for both states, so that nothing moves when it turns. */
  readonly words?: { readonly on: string; readonly off: string };
}

/** One choice of two. A native checkbox drawn 56 by 32 in a target 44 high; the state is also said in words. */
export function Switch({ id, checked, onChange, name, describedBy, words }: SwitchProps) {
  const [{ shown, pressed }, show] = useOptimistic({ shown: checked, pressed: false });
  const press = (next: boolean): void =>
    startTransition(async () => {
      if (!onChange(next)) return;
      show({ shown: next, pressed: true });
      await nextFrame();
    });
  return (
    <label className="relative z-1 inline-flex min-h-11 cursor-pointer items-center gap-2.5">
      {words && (
        <span aria-hidden="true" className="grid text-end text-note font-strong">
          <span className={`col-start-1 row-start-1 ${shown ? '' : 'invisible'}`}>{words.on}</span>
          <span className={`col-start-1 row-start-1 ${shown ? 'invisible' : ''}`}>{words.off}</span>
        </span>
      )}
      <input
        type="checkbox"
        id={id}
        role="switch"
        // What a browser remembers of an earlier visit is not what is stored.
        autoComplete="off"
        className="switch"
        // Until the rest of the page has followed: words about what was before do not stand beside what is shown now.
        data-pressed={pressed ? '' : undefined}
        checked={shown}
        onChange={(event) => press(event.currentTarget.checked)}
        aria-label={typeof name === 'string' ? name : undefined}
        aria-labelledby={typeof name === 'string' ? undefined : name.by}
        aria-describedby={describedBy}
      />
    </label>
  );
}

/** When the next frame is on screen; a page that is covered draws none, and waits no longer. */
const nextFrame = (): Promise<unknown> =>
  new Promise((drawn) => {
    requestAnimationFrame(() => setTimeout(drawn));
    setTimeout(drawn, 250);
  });
