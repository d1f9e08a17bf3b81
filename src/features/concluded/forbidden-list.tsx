import type { ForbiddenInference } from '#contract/inferences.ts';
import { Button } from '#ui/button.tsx';
import { DeedLine } from '#ui/deed-line.tsx';
import { forbiddenOn, forbiddenStrings } from './concluded.strings.ts';
import { targetOf, type ToJudge } from './deed-target.ts';
import { useLasting } from './use-lasting.ts';
import { useJudging } from './use-judging.ts';

interface ForbiddenListProps {
  readonly judging: ToJudge;
  readonly forbidden: readonly ForbiddenInference[];
}

/** What the customer forbade to conclude, each to be allowed again. */
export function ForbiddenList({ judging, forbidden }: ForbiddenListProps) {
  const lasting = useLasting(forbidden);
  const { say } = judging.voice;
  if (lasting.length === 0) return null;
  return (
    <section aria-labelledby="never" className="group">
      <h2 id="never" tabIndex={-1} className="text-group font-strong">
        {say(forbiddenStrings.title)}
      </h2>
      <p className="text-note text-ink-2">{say(forbiddenStrings.text)}</p>
      <ul className="rows">
        {lasting.map(({ one, gone }) => (
          // The same id may be given to another one later.
          <Forbidden key={`${one.id} ${one.at}`} judging={judging} one={one} gone={gone} />
        ))}
      </ul>
    </section>
  );
}

interface ForbiddenProps {
  readonly judging: ToJudge;
  readonly one: ForbiddenInference;
  readonly gone: boolean;
}

function Forbidden({ judging, one, gone }: ForbiddenProps) {
  const { deeds, signInUrl, ...facts } = judging;
  const { say, date } = facts.voice;
  const { judge, status, place } = useJudging(judging, one.id, gone);
  const target = targetOf(one.id);
  const id = `${one.id}-name`;
  return (
    <li className="forbidden">
      <div>
        <p id={id} ref={place} tabIndex={-1} className="font-strong">
          {one.label}
        </p>
        <p className="text-note text-ink-2">{say(gone ? forbiddenStrings.allowed : forbiddenOn(date(one.at)))}</p>
      </div>
      {!gone && (
        <Button describedBy={id} onPress={() => judge('allow')}>
          {say(forbiddenStrings.allow)}
        </Button>
      )}
      <div className="forbidden-status text-note">
        <DeedLine
          {...facts}
          deed={status}
          signInUrl={signInUrl}
          onTryNow={deeds.tryNow}
          onAgain={() => deeds.again(target)}
          onDismiss={() => deeds.dismiss(target)}
          onTaken={() => place.current?.focus()}
        />
      </div>
    </li>
  );
}
